import { labelFormat } from './labelFormat.ts';

/** Labels that are no e-mail address. By RFC 5322, 3.4.1, without comments and white space. */
export const DL3058 = labelFormat({
  id: 'DL3058',
  type: 'email',
  what: 'an e-mail address',
  docs: 'A label that is to be an e-mail address is none.',
  right: 'first.last+tag@mail.example.com',
  wrong: 'example.com',
  fits: (value) =>
    /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[^"\\]|\\.)*")@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[^\]\s]+\])$/.test(
      value,
    ),
});
