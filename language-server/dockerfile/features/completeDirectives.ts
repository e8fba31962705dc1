import type { CompletionItem, Document } from '../../language.ts';
import { rules } from '../rules/index.ts';
import type { DockerfileTree } from '../tree.ts';
import { directiveDocs } from './directiveDocs.ts';

/** Parser directives at the top of the file, and names of checks behind `# check=skip=` in any comment. */
export function completeDirectives(
  { text, tree, lines }: Document<DockerfileTree>,
  offset: number,
): readonly CompletionItem[] | undefined {
  const lineStart = lines.startOf(lines.positionAt(offset).line);
  const before = text.slice(lineStart, offset);
  const [comment, name = '', equals = '', value = ''] =
    /^[ \t\uFEFF]*#[ \t]*(\w*)([ \t]*=[ \t]*)?(.*)$/.exec(before) ?? [];
  if (comment === undefined || (equals === '' && value !== '')) return undefined;
  const span = (length: number) => ({ start: offset - length, end: offset });
  if (equals === '') return isAtTop(tree, lineStart) ? directiveNames(tree, name, span(name.length)) : [];
  switch (name.toLowerCase()) {
    case 'check':
      return checkValues(value, span);
    case 'escape':
      return ['\\', '`'].map((label) => ({
        label,
        kind: 'value',
        edit: { span: span(value.length), newText: label },
      }));
    case 'syntax':
      return ['docker/dockerfile:1', 'docker/dockerfile:1-labs'].map((label) => ({
        label,
        kind: 'image',
        edit: { span: span(value.length), newText: label },
      }));
    default:
      return [];
  }
}

/** Directives stand on the first lines, with nothing but directives above them. */
function isAtTop({ parts }: DockerfileTree, lineStart: number): boolean {
  return parts.every(
    ({ kind, span }) => span.start >= lineStart || kind === 'directive' || kind === 'bom' || kind === 'space',
  );
}

function directiveNames(
  { directives }: DockerfileTree,
  typed: string,
  span: { readonly start: number; readonly end: number },
): readonly CompletionItem[] {
  return Object.entries(directiveDocs)
    .filter(([name]) => name === typed || !directives.some((directive) => directive.name === name))
    .map(([name, documentation]) => ({
      label: name,
      kind: 'keyword',
      documentation,
      edit: { span, newText: `${name}=` },
      retrigger: true,
    }));
}

function checkValues(
  value: string,
  span: (length: number) => { readonly start: number; readonly end: number },
): readonly CompletionItem[] {
  const option = value.slice(value.lastIndexOf(';') + 1);
  const equals = option.indexOf('=');
  if (equals < 0) {
    return ['skip', 'error', 'experimental'].map((label) => ({
      label,
      kind: 'property',
      edit: { span: span(option.length), newText: `${label}=` },
      retrigger: true,
    }));
  }
  const own = option.slice(equals + 1);
  const last = own.slice(own.lastIndexOf(',') + 1);
  const at = span(last.length);
  if (option.startsWith('error')) {
    return ['true', 'false'].map((label) => ({ label, kind: 'value', edit: { span: at, newText: label } }));
  }
  const names = rules.map(({ id, docs }) => ({ label: id, documentation: docs }));
  return [{ label: 'all', documentation: 'All checks.' }, ...names].map((item) => ({
    ...item,
    kind: 'value',
    edit: { span: at, newText: item.label },
  }));
}
