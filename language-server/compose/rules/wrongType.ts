import type { Fix, Report } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { alternatives, choose } from '../analysis/choose.ts';
import { describeNode, describePlace, describeShape } from '../analysis/describe.ts';
import type { WrongType } from '../analysis/problem.ts';
import type { ComposeTree } from '../tree.ts';
import { isWord } from '../yaml/repair.ts';
import { scalarType } from '../yaml/scalar.ts';

/** A value of another kind than its key takes. */
export const wrongType: Rule<ComposeTree> = {
  id: 'WrongType',
  severity: 'error',
  docs: 'Each key takes text, a number, `true` or `false`, a list or a map, some of them several of these. Text that looks like a number or a boolean needs quotes.',
  url: 'https://docs.docker.com/reference/compose-file/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    ports: "80:80"\n           ^^^^^^^ `ports` takes a list, not text.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    ports: ["80:80"]\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    user: 1000\n          ^^^^ `user` takes text, not a number. Put it in quotes.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    user: "1000"\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    restart: false\n             ^^^^^ `restart` takes text, not a boolean. Write `"no"`.\n',
      fixed: 'services:\n  web:\n    image: nginx\n    restart: "no"\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    ports:\n    ^^^^^ `ports` has no value. It takes a list.\n',
    },
    {
      file: 'services:\n  - web\n  ^^^^^ `services` takes a map, not a list.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    volumes:\n      data: /data\n      ^^^^^^^^^^^ `volumes` takes a list, not a map.\nvolumes:\n  data:\n',
    },
    {
      file: 'services:\n  web:\n    ima\n    ^^^ There is no “:” after `ima`. Write `ima:` when it is a key.\n',
      fixed: 'services:\n  web:\n    ima:\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    user: "1000"\n    command:\n    environment:\n      A: 1\n      B:\n      C: true\n',
    'services:\n  web:\n    image: nginx\n    networks:\n      a:\n    tty: "true"\n    scale: ${COUNT}\n    read_only: ${RO:-false}\nnetworks:\n  a:\n',
    'services:\n  web:\n    image: nginx\n    ports: !reset []\n    volumes: !reset null\n',
  ],
  *check({ analysis }) {
    for (const wrong of analysis.wrongTypes) yield reportOf(wrong);
  },
};

function reportOf({ node, span, shape, path }: WrongType): Report {
  const place = describePlace(path);
  const takes = `It takes ${describeShape(shape)}.`;
  if (node === undefined) return { span, message: `${place} has no value. ${takes}` };
  if (node.kind !== 'scalar') {
    return { span, message: `${place} takes ${describeShape(shape)}, not ${describeNode(node)}.` };
  }
  const shapes = alternatives(shape);
  const insert = (at: number, newText: string) => ({ span: { start: at, end: at }, newText });
  const onlyMap = shapes.every(({ kind }) => kind === 'map' || kind === 'null');
  if (
    onlyMap &&
    shapes.length > 0 &&
    node.style === 'plain' &&
    isWord(node.value) &&
    /^[a-z]/i.test(node.value)
  ) {
    const fix: Fix = { title: 'Insert “:”', edits: [insert(span.end, ':')], safe: false };
    const message = `There is no “:” after \`${node.value}\`. Write \`${node.value}:\` when it is a key.`;
    return { span, message, fixes: [fix] };
  }
  const message = `${place} takes ${describeShape(shape)}, not ${describeNode(node)}.`;
  const type = scalarType(node);
  if (type === 'boolean' && shapes.some((one) => one.kind === 'text' && one.grammar === 'restart')) {
    const word = /^true$/i.test(node.value) ? 'always' : '"no"';
    const fix: Fix = { title: `Write \`${word}\``, edits: [{ span, newText: word }], safe: true };
    return { span, message: `${message} Write \`${word}\`.`, fixes: [fix] };
  }
  if ((type === 'number' || type === 'boolean') && shapes.some(({ kind }) => kind === 'text')) {
    const edits = [insert(span.start, '"'), insert(span.end, '"')];
    return {
      span,
      message: `${message} Put it in quotes.`,
      fixes: [{ title: 'Put it in quotes', edits, safe: true }],
    };
  }
  const list = shapes.find((one) => one.kind === 'list');
  if (
    list !== undefined &&
    node.style !== 'block' &&
    type !== 'null' &&
    choose(node, list.of) !== undefined
  ) {
    const edits = [insert(span.start, '['), insert(span.end, ']')];
    return { span, message, fixes: [{ title: 'Make it a list', edits, safe: true }] };
  }
  return { span, message };
}
