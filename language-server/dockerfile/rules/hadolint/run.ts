import type { DockerfileRule } from '../rule.ts';
import apkNoCache from './apkNoCache.ts';
import apkPin from './apkPin.ts';
import aptGetPin from './aptGetPin.ts';
import aptGetRecommends from './aptGetRecommends.ts';
import aptGetYes from './aptGetYes.ts';
import aptListsLeft from './aptListsLeft.ts';
import dnfClean from './dnfClean.ts';
import dnfPin from './dnfPin.ts';
import dnfYes from './dnfYes.ts';
import gemPin from './gemPin.ts';
import goPin from './goPin.ts';
import npmPin from './npmPin.ts';
import pipPin from './pipPin.ts';
import yarnCacheClean from './yarnCacheClean.ts';
import yumClean from './yumClean.ts';
import yumPin from './yumPin.ts';
import yumYes from './yumYes.ts';
import zypperClean from './zypperClean.ts';
import zypperPin from './zypperPin.ts';
import zypperYes from './zypperYes.ts';

/** hadolint's rules about what RUN runs. */
export const runRules: readonly DockerfileRule[] = [
  aptGetPin,
  aptListsLeft,
  pipPin,
  aptGetYes,
  aptGetRecommends,
  npmPin,
  apkPin,
  apkNoCache,
  gemPin,
  yumYes,
  yumClean,
  yumPin,
  zypperYes,
  zypperClean,
  zypperPin,
  dnfYes,
  dnfClean,
  dnfPin,
  yarnCacheClean,
  goPin,
];
