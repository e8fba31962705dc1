import { labelFormat } from './labelFormat.ts';
import { spdxLicenses } from './spdxLicenses.ts';

/** Labels that are no licence: identifiers of the SPDX License List, joined to an expression, perhaps. */
export const DL3054 = labelFormat({
  id: 'DL3054',
  type: 'spdx',
  what: 'a licence of the SPDX License List, such as Apache-2.0',
  docs: 'A label that is to be a licence is none that the [SPDX License List](https://spdx.org/licenses) knows.',
  right: '(MIT OR Apache-2.0)',
  wrong: 'Apache 2',
  fits: (value) => {
    const words = value.replace(/[()]/g, ' ').trim().split(/\s+/);
    return words.every((word, index) => {
      if (index % 2 === 1) return /^(?:OR|AND|WITH)$/.test(word);
      // Exceptions have a list of their own.
      if (words[index - 1] === 'WITH') return /^[\w.-]+$/.test(word);
      return spdxLicenses.has(word.replace(/\+$/, '')) || /^LicenseRef-[\w.-]+$/.test(word);
    });
  },
});
