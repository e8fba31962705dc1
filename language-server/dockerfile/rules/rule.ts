import type { Rule } from '../../lint/rule.ts';
import type { DockerfileTree } from '../tree.ts';

export type DockerfileRule = Rule<DockerfileTree>;

/** One of BuildKit's own checks: a warning, explained on a page of Docker's documentation. */
export function buildCheck(rule: Omit<DockerfileRule, 'severity' | 'source' | 'url'>): DockerfileRule {
  const page = rule.id
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
  return {
    ...rule,
    severity: 'warning',
    source: 'buildkit',
    url: `https://docs.docker.com/go/dockerfile/rule/${page}/`,
  };
}
