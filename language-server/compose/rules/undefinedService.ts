import { undefinedName } from './undefinedName.ts';

/** A service that the file does not have. */
export const undefinedService = undefinedName('service', {
  id: 'UndefinedService',
  docs: '`depends_on`, `links`, `volumes_from`, `extends`, `network_mode: service:…`, `ipc`, `pid` and `additional_contexts` name services of the project. Compose refuses a name that no service has. A file with `include`, and one that completes another, is not checked.',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    depends_on: [dbb]\n                 ^^^ There is no service `dbb`; did you mean `db`?\n  db:\n    image: postgres\n',
      fixed: 'services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    links:\n      - "cache:redis"\n         ^^^^^ There is no service `cache` in this file.\n    network_mode: service:proxy\n                          ^^^^^ There is no service `proxy` in this file.\n    depends_on:\n      cache:\n      ^^^^^ There is no service `cache` in this file.\n        condition: service_started\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    depends_on: [db, "${OTHER}"]\n    network_mode: host\n    volumes_from: ["container:other", "db:ro"]\n  db:\n    image: postgres\n    extends:\n      file: base.yaml\n      service: nowhere\n',
    'include: [other.yaml]\nservices:\n  web:\n    image: nginx\n    depends_on: [elsewhere]\n',
  ],
});
