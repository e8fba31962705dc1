import { labelFormat } from './labelFormat.ts';

/** Labels that are no time. */
export const DL3053 = labelFormat({
  id: 'DL3053',
  type: 'rfc3339',
  what: 'a time by RFC 3339, such as 2026-01-31T12:00:00Z',
  docs: 'A label that is to be a time by RFC 3339 is none.',
  right: '2026-03-10T10:26:33.5645+01:00',
  wrong: '2026-03-10',
  fits: (value) =>
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i.test(
      value,
    ),
});
