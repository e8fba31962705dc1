import type { DockerfileRule } from '../rule.ts';
import apkNoCache from './apkNoCache.ts';
import apkPin from './apkPin.ts';
import apt from './apt.ts';
import aptGetPin from './aptGetPin.ts';
import aptGetRecommends from './aptGetRecommends.ts';
import aptGetYes from './aptGetYes.ts';
import aptListsLeft from './aptListsLeft.ts';
import changeDirectory from './changeDirectory.ts';
import dnfClean from './dnfClean.ts';
import dnfPin from './dnfPin.ts';
import dnfYes from './dnfYes.ts';
import extractedCopy from './extractedCopy.ts';
import gemPin from './gemPin.ts';
import goPin from './goPin.ts';
import linkedShell from './linkedShell.ts';
import npmPin from './npmPin.ts';
import pipefail from './pipefail.ts';
import pipNoCache from './pipNoCache.ts';
import pipPin from './pipPin.ts';
import pointlessCommand from './pointlessCommand.ts';
import sudo from './sudo.ts';
import useraddLogInit from './useraddLogInit.ts';
import wgetAndCurl from './wgetAndCurl.ts';
import wgetProgress from './wgetProgress.ts';
import yarnCacheClean from './yarnCacheClean.ts';
import yumClean from './yumClean.ts';
import yumPin from './yumPin.ts';
import yumYes from './yumYes.ts';
import zypperClean from './zypperClean.ts';
import zypperDistUpgrade from './zypperDistUpgrade.ts';
import zypperPin from './zypperPin.ts';
import zypperYes from './zypperYes.ts';

/** hadolint's rules about what RUN runs. */
export const runRules: readonly DockerfileRule[] = [
  pointlessCommand,
  changeDirectory,
  sudo,
  aptGetPin,
  aptListsLeft,
  extractedCopy,
  pipPin,
  aptGetYes,
  aptGetRecommends,
  npmPin,
  apkPin,
  apkNoCache,
  apt,
  gemPin,
  yumYes,
  yumClean,
  yumPin,
  zypperYes,
  zypperDistUpgrade,
  zypperClean,
  zypperPin,
  dnfYes,
  dnfClean,
  dnfPin,
  pipNoCache,
  useraddLogInit,
  wgetProgress,
  yarnCacheClean,
  goPin,
  wgetAndCurl,
  linkedShell,
  pipefail,
];
