import { readHadolintPragma } from '../../analysis/hadolintPragma.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL1001',
  hadolintSeverity: 'off',
  docs: `A comment ignores rules. For those who want every exception said in \`.hadolint.yaml\`, where all can see it.`,
  bad: [
    {
      file: 'FROM debian:12\n# hadolint ignore=DL3002 # for now\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The comment ignores DL3002. Follow the rule, or ignore it in .hadolint.yaml.\nUSER root\n',
    },
  ],
  good: ['# hadolint shell=bash\nFROM debian:12\n# No hadolint ignore=DL3002\nRUN make\n'],
  *check({ parts, text }) {
    for (const { kind, span } of parts) {
      if (kind !== 'comment') continue;
      const pragma = readHadolintPragma(text.slice(span.start, span.end).trimEnd());
      if (pragma?.kind !== 'ignore' || pragma.scope !== 'line') continue;
      const codes = pragma.codes.join(', ');
      yield {
        span,
        message: `The comment ignores ${codes}. Follow the rule, or ignore it in .hadolint.yaml.`,
      };
    }
  },
});
