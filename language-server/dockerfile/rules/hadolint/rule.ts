import type { Severity } from '../../../lint/finding.ts';
import type { DockerfileRule } from '../rule.ts';

/** How grave hadolint itself takes a rule, as its documentation says; `off` is a rule that it runs only when told to. */
export type HadolintSeverity = 'error' | 'warning' | 'info' | 'style' | 'off';

/** One of hadolint's own rules, by its number. It is one step quieter than hadolint has it, to inform and not to shout. */
export function hadolintRule({
  hadolintSeverity,
  ...rule
}: Omit<DockerfileRule, 'severity' | 'source' | 'url' | 'offByDefault'> & {
  readonly hadolintSeverity: HadolintSeverity;
}): DockerfileRule {
  return {
    ...rule,
    severity: quieter[hadolintSeverity],
    source: 'hadolint',
    url: `https://github.com/hadolint/hadolint/wiki/${rule.id}`,
    ...(hadolintSeverity === 'off' ? { offByDefault: true } : {}),
  };
}

const quieter: Readonly<Record<HadolintSeverity, Severity>> = {
  error: 'warning',
  warning: 'information',
  info: 'hint',
  style: 'hint',
  off: 'hint',
};
