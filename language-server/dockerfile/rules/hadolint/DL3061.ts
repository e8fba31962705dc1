import { instructionInfo } from '../../instructions/index.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3061',
  hadolintSeverity: 'error',
  docs: `An image begins with its FROM. Only ARG, for the variables that FROM uses, may stand above the first one.`,
  bad: [
    {
      file: 'ARG A=1\nLABEL a=b\n^^^^^ LABEL stands above the first FROM, where only ARG may.\nFROM debian:12\n',
    },
  ],
  good: ['# syntax=docker/dockerfile:1\nARG A=1\n# Why\nFROM debian:12\nLABEL a=b\n'],
  // What is no instruction at all is said to be that.
  *check({ preamble }) {
    for (const { name, keyword } of preamble) {
      if (name !== 'ARG' && instructionInfo(name) !== undefined)
        yield {
          span: keyword.span,
          message: `${name} stands above the first FROM, where only ARG may.`,
        };
    }
  },
});
