import type { Instruction } from '../syntax/tree.ts';
import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'MultipleInstructionsDisallowed',
  aliases: ['DL4003', 'DL4004', 'DL3012'],
  docs: `Of several CMD, ENTRYPOINT or HEALTHCHECK in a stage only the last counts. The others should go.`,
  bad: [
    {
      file: 'FROM alpine\nENTRYPOINT ["a"]\n^^^^^^^^^^^^^^^^ Multiple ENTRYPOINT instructions should not be used in the same stage because only the last one will be used\nCMD ["x"]\nENTRYPOINT ["b"]\n',
      fixed: 'FROM alpine\nCMD ["x"]\nENTRYPOINT ["b"]\n',
    },
    {
      file: 'FROM alpine\nCMD ["a"]\n^^^^^^^^^ Multiple cmd instructions should not be used in the same stage because only the last one will be used\ncmd ["b"]\n^^^^^^^^^ Multiple CMD instructions should not be used in the same stage because only the last one will be used\nCMD ["c"]\n',
      fixed: 'FROM alpine\nCMD ["c"]\n',
    },
  ],
  good: ['FROM alpine\nCMD ["a"]\nENTRYPOINT ["b"]\nHEALTHCHECK NONE\nFROM alpine\nCMD ["a"]\n'],
  *check({ stages, text }) {
    for (const { instructions } of stages) {
      const last = new Map<string, Instruction>();
      for (const instruction of instructions) {
        const { name, keyword } = instruction;
        if (name !== 'CMD' && name !== 'ENTRYPOINT' && name !== 'HEALTHCHECK') continue;
        const earlier = last.get(name);
        last.set(name, instruction);
        if (earlier === undefined) continue;
        const { start, end } = earlier.span;
        const newline = text.indexOf('\n', end);
        const line = { start, end: newline < 0 ? end : newline + 1 };
        yield {
          span: earlier.span,
          aliases: [aliases[name]],
          message: `Multiple ${keyword.text} instructions should not be used in the same stage because only the last one will be used`,
          unnecessary: true,
          related: [{ span: keyword.span, message: 'This one counts' }],
          fixes: [{ title: `Remove this ${name}`, edits: [{ span: line, newText: '' }], safe: false }],
        };
      }
    }
  },
});

/** hadolint has a rule for each. */
const aliases = { CMD: 'DL4003', ENTRYPOINT: 'DL4004', HEALTHCHECK: 'DL3012' } as const;
