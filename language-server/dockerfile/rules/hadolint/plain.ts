import type { DockerfileRule } from '../rule.ts';
import DL3007 from './DL3007.ts';

/** hadolint's rules that do not look into what RUN runs. */
export const plainRules: readonly DockerfileRule[] = [DL3007];
