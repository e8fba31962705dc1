import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3043',
  hadolintSeverity: 'error',
  docs: `ONBUILD keeps an instruction for builds on this image. It can keep neither another ONBUILD nor FROM nor MAINTAINER.`,
  bad: [
    {
      file: 'FROM debian:12\nONBUILD FROM debian:12\n        ^^^^ ONBUILD can’t keep FROM.\nONBUILD ONBUILD RUN make\n        ^^^^^^^ ONBUILD can’t keep ONBUILD.\nonbuild maintainer me\n        ^^^^^^^^^^ ONBUILD can’t keep MAINTAINER.\n',
    },
  ],
  good: ['FROM debian:12\nONBUILD ADD a b\nONBUILD LABEL a="b"\nONBUILD HEALTHCHECK NONE\n'],
  *check({ instructions }) {
    for (const { arguments: args } of instructions) {
      if (args.form !== 'instruction') continue;
      const { name, keyword } = args.instruction;
      if (name === 'ONBUILD' || name === 'FROM' || name === 'MAINTAINER')
        yield { span: keyword.span, message: `ONBUILD can’t keep ${name}.` };
    }
  },
});
