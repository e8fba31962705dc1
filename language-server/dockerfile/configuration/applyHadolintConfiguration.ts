import type { Finding } from '../../lint/finding.ts';
import type { HadolintConfiguration } from './hadolintConfiguration.ts';

/**
 * Leaves out the findings that a `.hadolint.yaml` ignores, and gives the others the severities that it says. What is
 * hadolint's under another name too is meant by that.
 */
export function applyHadolintConfiguration(
  { ignored, severities }: HadolintConfiguration,
  findings: readonly Finding[],
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const names = [finding.code, ...(finding.aliases ?? [])];
    if (names.some((name) => ignored.has(name))) return [];
    const severity = names.map((name) => severities.get(name)).find((given) => given !== undefined);
    return [severity === undefined ? finding : { ...finding, severity }];
  });
}
