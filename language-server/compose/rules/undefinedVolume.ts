import { undefinedName } from './undefinedName.ts';

/** A named volume that the file does not declare. */
export const undefinedVolume = undefinedName('volume', {
  id: 'UndefinedVolume',
  docs: 'The source of a mount that is no path names a volume, which the top-level `volumes` must declare. A path starts with `.`, `/` or `~`.',
  bad: [
    {
      file: 'services:\n  db:\n    image: postgres\n    volumes:\n      - data:/var/lib/postgresql/data\n        ^^^^ There is no volume `data`. Declare it under the top-level `volumes`.\n',
      fixed:
        'services:\n  db:\n    image: postgres\n    volumes:\n      - data:/var/lib/postgresql/data\n\nvolumes:\n  data:\n',
    },
    {
      file: 'services:\n  db:\n    image: postgres\n    volumes:\n      - type: volume\n        source: dta\n                ^^^ There is no volume `dta`; did you mean `data`?\n        target: /data\nvolumes:\n  data:\n',
      fixed:
        'services:\n  db:\n    image: postgres\n    volumes:\n      - type: volume\n        source: data\n        target: /data\nvolumes:\n  data:\n',
    },
  ],
  good: [
    'services:\n  db:\n    image: postgres\n    volumes:\n      - /anonymous\n      - ./here:/there\n      - ~/home:/home\n      - data:/data:ro\n      - ${WHERE}:/x\n      - type: bind\n        source: here\n        target: /there\nvolumes:\n  data:\n',
  ],
});
