import { undefinedName } from './undefinedName.ts';

/** A network that the file does not declare. */
export const undefinedNetwork = undefinedName('network', {
  id: 'UndefinedNetwork',
  docs: 'A service joins networks that the top-level `networks` declares; only `default` is always there. Networks that exist already are declared with `external: true`.',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    networks: [frontend, back]\n                         ^^^^ There is no network `back`. Declare it under the top-level `networks`.\nnetworks:\n  frontend:\n',
      fixed:
        'services:\n  web:\n    image: nginx\n    networks: [frontend, back]\nnetworks:\n  frontend:\n  back:\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    networks:\n      frontent:\n      ^^^^^^^^ There is no network `frontent`; did you mean `frontend`?\n        aliases: [w]\nnetworks:\n  frontend:\n',
      fixed:
        'services:\n  web:\n    image: nginx\n    networks:\n      frontend:\n        aliases: [w]\nnetworks:\n  frontend:\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    networks: [default, front]\nnetworks:\n  front: { external: true }\n',
  ],
});
