import { labelFormat } from './labelFormat.ts';

/** Labels that are no version. By semver.org 2.0.0. */
export const DL3056 = labelFormat({
  id: 'DL3056',
  type: 'semver',
  what: 'a semantic version, such as 1.0.0-rc.1',
  docs: 'A label that is to be a [semantic version](https://semver.org) is none.',
  right: '1.0.0-rc.1+build.5',
  wrong: 'v1.0',
  fits: (value) => version.test(value),
});

const number = '(?:0|[1-9]\\d*)';
/** A number has no leading zero; a word may have any. */
const part = `(?:${number}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const version = new RegExp(
  `^${number}\\.${number}\\.${number}(?:-${part}(?:\\.${part})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
);
