import { undefinedName } from './undefinedName.ts';

/** A secret that the file does not declare. */
export const undefinedSecret = undefinedName('secret', {
  id: 'UndefinedSecret',
  docs: 'A service, or its build, reads secrets that the top-level `secrets` declares with where their value comes from.',
  bad: [
    {
      file: 'services:\n  db:\n    image: postgres\n    secrets:\n      - password\n        ^^^^^^^^ There is no secret `password`. Declare it under the top-level `secrets`.\n    build:\n      context: .\n      secrets:\n        - source: token\n                  ^^^^^ There is no secret `token`. Declare it under the top-level `secrets`.\n',
    },
  ],
  good: [
    'services:\n  db:\n    image: postgres\n    secrets: [password]\nsecrets:\n  password:\n    file: ./password.txt\n',
  ],
});
