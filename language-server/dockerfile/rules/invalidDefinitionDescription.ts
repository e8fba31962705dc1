import { fileCheckOptions, includes } from '../analysis/checkOptions.ts';
import type { Instruction } from '../syntax/tree.ts';
import type { DockerfileTree } from '../tree.ts';
import { buildCheck } from './rule.ts';

const id = 'InvalidDefinitionDescription';

export default buildCheck({
  id,
  docs: `The comment right above a stage with a name, or an ARG, is its description, which \`docker build --call=outline\` and
\`--call=targets\` show. It begins with the name. An empty line between makes it an ordinary comment.

Experimental: on with \`# check=experimental=InvalidDefinitionDescription\` at the top of the file.`,
  bad: [
    {
      file: '# check=experimental=InvalidDefinitionDescription\n# The version to build.\nARG VERSION=1\n^^^ Comment for ARG should follow the format: `# VERSION <description>`\n# Compiles.\nFROM alpine AS Build\n^^^^ Comment for FROM should follow the format: `# build <description>`\n',
      fixed:
        '# check=experimental=InvalidDefinitionDescription\n# The version to build.\n\nARG VERSION=1\n# Compiles.\n\nFROM alpine AS Build\n',
    },
    {
      file: '# check=experimental=all\nFROM alpine\n# Two.\nARG a b=1\n^^^ Comment for ARG should follow the format: `# <arg_key> <description>`\n',
      fixed: '# check=experimental=all\nFROM alpine\n# Two.\n\nARG a b=1\n',
    },
  ],
  good: [
    '# check=experimental=all\n# VERSION of it\nARG VERSION=1\n\n# build compiles\nFROM alpine AS build\n# Any.\nFROM alpine\n# Any.\n\nARG a\n',
    '# Any.\nARG VERSION=1\nFROM alpine\n',
  ],
  *check(tree) {
    if (!includes(fileCheckOptions(tree).experimental, id)) return;
    for (const instruction of tree.instructions) {
      const names = namesOf(instruction, tree);
      const [first] = names;
      const comment = instruction.comments.at(-1);
      if (first === undefined || comment === undefined) continue;
      const [word = ''] = tree.text
        .slice(comment.span.start + 1, comment.span.end)
        .trim()
        .split(' ');
      if (names.includes(word)) continue;
      const { span } = instruction.keyword;
      const above = { start: span.start, end: span.start };
      yield {
        span,
        message: `Comment for ${instruction.name} should follow the format: \`# ${names.length > 1 ? '<arg_key>' : first} <description>\``,
        fixes: [{ title: 'Put an empty line between', edits: [{ span: above, newText: '\n' }], safe: true }],
      };
    }
  },
});

function namesOf(instruction: Instruction, { stages }: DockerfileTree): readonly string[] {
  const { name, arguments: args } = instruction;
  if (name === 'ARG' && args.form === 'pairs') return args.pairs.map(({ key }) => key.text);
  const stage = name === 'FROM' ? stages.find(({ from }) => from === instruction) : undefined;
  return stage?.name === undefined ? [] : [stage.name.text.toLowerCase()];
}
