import type { DockerfileRule } from '../rule.ts';

/** hadolint's rules about what RUN runs. */
export const runRules: readonly DockerfileRule[] = [];
