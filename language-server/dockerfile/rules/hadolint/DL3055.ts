import { labelFormat } from './labelFormat.ts';

/** Labels that are no commit. */
export const DL3055 = labelFormat({
  id: 'DL3055',
  type: 'hash',
  what: 'the hash of a Git commit: 40 hexadecimal digits, or the first 7',
  docs: 'A label that is to be the hash of a Git commit is none.',
  right: '43c572f',
  wrong: 'main',
  fits: (value) => /^(?:[0-9a-f]{40}|[0-9a-f]{7})$/.test(value),
});
