import type { Document, Hover } from '../../language.ts';
import { touches } from '../../text/span.ts';
import { alternatives } from '../analysis/choose.ts';
import { describeShape } from '../analysis/describe.ts';
import { interpolation, type Variable } from '../interpolation/interpolation.ts';
import type { Attribute, Shape } from '../schema/shape.ts';
import type { ComposeTree, Declaration } from '../tree.ts';
import type { YamlNode } from '../yaml/node.ts';
import { locate } from './locate.ts';

/** What a key means; what a name, an alias or a variable stands for; what a word does. */
export function hover({ tree, text }: Document<ComposeTree>, offset: number): Hover | undefined {
  const place = locate(tree, offset);
  if (place === undefined) return undefined;
  const { node, part, pair, shape, attribute, path } = place;
  const use = tree.analysis.uses.find(({ span }) => touches(span, offset));
  const declared = use && tree.declared(use.to).get(use.name);
  if (use !== undefined && declared !== undefined) {
    return { span: use.span, contents: summary(declared, text) };
  }
  if (part === 'key' && pair !== undefined) {
    const { span } = pair.key;
    if (attribute !== undefined)
      return { span, contents: attributeDocs(path.at(-1) ?? '', attribute, tree.dialect) };
    return undefined;
  }
  if (node?.kind === 'alias') {
    const anchor = tree.anchors.anchorOf(node);
    if (anchor === undefined) return undefined;
    return {
      span: node.span,
      contents: `The value of \`&${node.name}\`:\n\n${yamlBlock(text, anchor.node)}`,
    };
  }
  if (node?.kind !== 'scalar') return undefined;
  const variable = interpolation(text, node.span)
    .variables.filter(({ span }) => touches(span, offset))
    .at(-1);
  if (variable !== undefined) return { span: variable.span, contents: variableDocs(variable, text) };
  const word = shape && wordDocs(shape, node.value);
  return word === undefined ? undefined : { span: node.span, contents: `\`${node.value}\`: ${word}` };
}

/** A key's documentation as Markdown. */
export function attributeDocs(key: string, attribute: Attribute, dialect: ComposeTree['dialect']): string {
  const { doc, shape, since, swarm, deprecated } = attribute;
  const lines = [`**\`${key}\`**: ${describeShape(shape)}`, doc];
  const words = alternatives(shape).flatMap((one) => (one.kind === 'text' ? (one.values ?? []) : []));
  if (words.length > 0)
    lines.push(words.map(({ word, doc: meaning }) => `- \`${word}\`: ${meaning}`).join('\n'));
  if (deprecated !== undefined) lines.push(`Deprecated. ${deprecated}`);
  if (attribute.required) lines.push('Must be given.');
  if (since !== undefined) lines.push(`Since Docker Compose ${since}.`);
  if (swarm === 'ignored') lines.push('`docker stack deploy` ignores it.');
  if (swarm === 'rejected') lines.push('`docker stack deploy` refuses it.');
  if (swarm === undefined && dialect === 'stack') lines.push('`docker stack deploy` heeds it.');
  return lines.join('\n\n');
}

function summary({ kind, name, pair }: Declaration, text: string): string {
  const title = `**${kind} \`${name}\`**`;
  return pair.value === undefined ? title : `${title}\n\n${yamlBlock(text, pair.value, `${name}:`)}`;
}

/** More lines than these no hover shows well. */
const limit = 30;

/** The text of a node, with its own indentation taken away. */
function yamlBlock(text: string, node: YamlNode, head?: string): string {
  const lineStart = text.lastIndexOf('\n', node.span.start - 1) + 1;
  const before = text.slice(lineStart, node.span.start);
  const indent = /^ */.exec(before)?.[0].length ?? 0;
  const inLine = /\S/.test(before);
  const written = inLine ? text.slice(node.span.start, node.span.end) : text.slice(lineStart, node.span.end);
  const all = written.split(/\r?\n/).map((line) => {
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    const rest = line.slice(Math.min(spaces, indent));
    return head === undefined || inLine ? rest : `  ${rest}`;
  });
  const shown = all.length <= limit ? all : [...all.slice(0, limit), '…'];
  const body = head === undefined ? shown.join('\n') : `${head}${inLine ? ' ' : '\n'}${shown.join('\n')}`;
  const fence = body.includes('```') ? '~~~~' : '```';
  return `${fence}yaml\n${body}\n${fence}`;
}

function variableDocs({ name, operator, argument }: Variable, text: string): string {
  const rest = argument === undefined ? '' : text.slice(argument.start, argument.end);
  const start = `The variable \`${name}\`, from the environment or \`.env\``;
  const empty = operator?.startsWith(':') ? ' or empty' : '';
  switch (operator) {
    case ':-':
    case '-':
      return `${start}; \`${rest}\` when it is not set${empty}.`;
    case ':?':
    case '?':
      return `${start}; Compose stops when it is not set${empty}${rest === '' ? '' : `, and says \`${rest}\``}.`;
    case ':+':
    case '+':
      return `\`${rest}\` when the variable \`${name}\` is set${operator === ':+' ? ' and not empty' : ''}, else nothing.`;
    default:
      return `${start}; nothing when it is not set.`;
  }
}

function wordDocs(shape: Shape, value: string): string | undefined {
  for (const one of alternatives(shape)) {
    const found =
      one.kind === 'text' ? one.values?.find(({ word }) => word.replaceAll('"', '') === value) : undefined;
    if (found !== undefined) return found.doc;
  }
  return undefined;
}
