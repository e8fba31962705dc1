import { splitReference } from '../../imageReference.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3007',
  hadolintSeverity: 'warning',
  docs: `\`latest\` is whatever was pushed last, so that the same Dockerfile gives another image tomorrow, perhaps one that it
does not work with. Name the version that the image was made for, and raise it on purpose.`,
  bad: [
    {
      file: 'FROM debian:latest\n     ^^^^^^^^^^^^^ `latest` may be another image with each build. Name a version of debian.\n',
    },
  ],
  good: [
    'FROM debian:12.5\n',
    'FROM debian:latest@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n',
  ],
  *check({ stages }) {
    for (const { base } of stages) {
      if (base === undefined) continue;
      const { repository, tag, digest } = splitReference(base.text);
      if (tag !== 'latest' || digest !== undefined) continue;
      yield {
        span: base.span,
        message: `\`latest\` may be another image with each build. Name a version of ${repository}.`,
      };
    }
  },
});
