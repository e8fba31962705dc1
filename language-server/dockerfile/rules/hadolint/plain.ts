import type { DockerfileRule } from '../rule.ts';
import DL1001 from './DL1001.ts';
import DL3002 from './DL3002.ts';
import DL3006 from './DL3006.ts';
import DL3007 from './DL3007.ts';
import DL3011 from './DL3011.ts';
import DL3020 from './DL3020.ts';
import DL3021 from './DL3021.ts';
import DL3022 from './DL3022.ts';
import DL3023 from './DL3023.ts';
import DL3029 from './DL3029.ts';
import DL3043 from './DL3043.ts';
import DL3044 from './DL3044.ts';
import DL3045 from './DL3045.ts';
import DL3048 from './DL3048.ts';
import DL3057 from './DL3057.ts';
import DL3059 from './DL3059.ts';
import DL3061 from './DL3061.ts';
import DL3066 from './DL3066.ts';
import DL3067 from './DL3067.ts';

/** hadolint's rules that do not look into what RUN runs. */
export const plainRules: readonly DockerfileRule[] = [
  DL1001,
  DL3002,
  DL3006,
  DL3007,
  DL3011,
  DL3020,
  DL3021,
  DL3022,
  DL3023,
  DL3029,
  DL3043,
  DL3044,
  DL3045,
  DL3048,
  DL3057,
  DL3059,
  DL3061,
  DL3066,
  DL3067,
];
