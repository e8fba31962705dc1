import { alongLineage } from '../../analysis/lineage.ts';
import type { Word } from '../../syntax/logicalLine.ts';
import { hadolintRule } from './rule.ts';

export default hadolintRule({
  id: 'DL3057',
  hadolintSeverity: 'off',
  docs: `A HEALTHCHECK tells the engine whether the program in the container does its work, beyond being there. Add one, or
\`HEALTHCHECK NONE\` to say that there is none.`,
  bad: [
    {
      file: 'FROM debian:12 AS base\n     ^^^^^^^^^ The stage has no HEALTHCHECK.\nRUN make\nFROM base\n     ^^^^ The stage has no HEALTHCHECK.\n',
    },
  ],
  good: ['FROM debian:12 AS base\nHEALTHCHECK CMD curl -f localhost\nFROM base\n'],
  *check(tree) {
    const unhealthy: Word[] = [];
    alongLineage<boolean>(tree, ({ base, instructions }, inherited) => {
      const has = inherited === true || instructions.some(({ name }) => name === 'HEALTHCHECK');
      if (!has && base !== undefined) unhealthy.push(base);
      return has;
    });
    for (const { span } of unhealthy) yield { span, message: 'The stage has no HEALTHCHECK.' };
  },
});
