import { labelFormat } from './labelFormat.ts';

/** Labels that are no URL. By RFC 3986, an absolute URI. */
export const DL3052 = labelFormat({
  id: 'DL3052',
  type: 'url',
  what: 'a URL, with its scheme',
  docs: 'A label that is to be a URL is none.',
  right: 'https://example.com/a?b=c#d',
  wrong: 'example.com',
  fits: (value) =>
    /^[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/.test(value),
});
