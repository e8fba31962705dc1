import { buildCheck } from './rule.ts';

export default buildCheck({
  id: 'MaintainerDeprecated',
  aliases: ['DL4000'],
  docs: `MAINTAINER is deprecated. A label says the same, can be read with \`docker inspect\`, and is one of those that the
OCI image specification defines: \`LABEL org.opencontainers.image.authors="…"\`. The image's \`Author\` field, which
MAINTAINER sets, stays empty then.`,
  bad: [
    {
      file: 'FROM alpine\nMAINTAINER Moby <moby@example.com>\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Maintainer instruction is deprecated in favor of using label\n',
      fixed: 'FROM alpine\nLABEL org.opencontainers.image.authors="Moby <moby@example.com>"\n',
    },
  ],
  good: ['FROM alpine\nLABEL org.opencontainers.image.authors="moby@example.com"\n'],
  *check({ stages, escapeToken }) {
    for (const { name, keyword, span, rest } of stages.flatMap((stage) => stage.instructions)) {
      if (name !== 'MAINTAINER') continue;
      const label = keyword.text === keyword.text.toLowerCase() ? 'label' : 'LABEL';
      const value = rest.text.replace(/["$\\`]/g, (char) =>
        char === '"' || char === '$' || char === escapeToken ? escapeToken + char : char,
      );
      const newText = `${label} org.opencontainers.image.authors="${value}"`;
      yield {
        span,
        message: 'Maintainer instruction is deprecated in favor of using label',
        deprecated: true,
        fixes: [{ title: 'Use a label', edits: [{ span, newText }], safe: false }],
      };
    }
  },
});
