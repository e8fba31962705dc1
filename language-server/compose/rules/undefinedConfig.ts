import { undefinedName } from './undefinedName.ts';

/** A config that the file does not declare. */
export const undefinedConfig = undefinedName('config', {
  id: 'UndefinedConfig',
  docs: 'A service reads configs that the top-level `configs` declares with where their value comes from.',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    configs:\n      - source: ngnix\n                ^^^^^ There is no config `ngnix`; did you mean `nginx`?\n        target: /etc/nginx/nginx.conf\nconfigs:\n  nginx:\n    file: ./nginx.conf\n',
      fixed:
        'services:\n  web:\n    image: nginx\n    configs:\n      - source: nginx\n        target: /etc/nginx/nginx.conf\nconfigs:\n  nginx:\n    file: ./nginx.conf\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    configs: [nginx]\nconfigs:\n  nginx:\n    content: |\n      events {}\n',
  ],
});
