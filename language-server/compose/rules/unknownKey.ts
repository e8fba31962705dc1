import type { Fix } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import { nearest } from '../analysis/nearest.ts';
import type { Problems } from '../analysis/problem.ts';
import { schema } from '../schema/schema.ts';
import type { ComposeTree } from '../tree.ts';

/** A key that Compose does not know. */
export const unknownKey: Rule<ComposeTree> = {
  id: 'UnknownKey',
  severity: 'error',
  docs: 'Compose refuses a file with a key that it does not know, as it is most often a slip. Keys of your own start with `x-`.',
  url: 'https://docs.docker.com/reference/compose-file/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    prots:\n    ^^^^^ `prots` is not a key of a service; did you mean `ports`?\n      - "80:80"\n',
      fixed: 'services:\n  web:\n    image: nginx\n    ports:\n      - "80:80"\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    dependsOn: [db]\n    ^^^^^^^^^ `dependsOn` is not a key of a service; did you mean `depends_on`?\n  db:\n    image: postgres\n',
      fixed: 'services:\n  web:\n    image: nginx\n    depends_on: [db]\n  db:\n    image: postgres\n',
    },
    {
      file: 'services:\n  web: { image: nginx }\nqwertz: 1\n^^^^^^ `qwertz` is not a key of a Compose file.\n',
    },
    {
      file: 'services:\n  db:\n    image: postgres\nredis:\n^^^^^ `redis` is not a key of a Compose file. Is it a service? Then indent it below `services`.\n  image: redis\n',
    },
  ],
  good: [
    'x-mine: 1\nservices:\n  web:\n    image: nginx\n    x-more: [1]\n',
    'services:\n  web:\n    image: nginx\n    logging:\n      options:\n        anything: at all\n',
  ],
  *check({ analysis }) {
    const names = new Map<Problems['unknownKeys'][number]['map'], ReadonlySet<string>>();
    for (const found of analysis.unknownKeys) {
      const { pair, shape, map } = found;
      const { key } = pair;
      // Once a map: one of thousands of unknown keys must not be read thousands of times.
      const present = names.get(map) ?? new Set(map.pairs.map((other) => other.key.value));
      names.set(map, present);
      const guess = nearest(
        key.value,
        Object.keys(shape.keys).filter((name) => !present.has(name)),
      );
      const start = `\`${key.value}\` is not a key of ${shape.title}`;
      if (guess !== undefined) {
        const edits = [{ span: key.span, newText: guess }];
        const fix: Fix = { title: `Rename to \`${guess}\``, edits, safe: true };
        yield { span: key.span, message: `${start}; did you mean \`${guess}\`?`, fixes: [fix] };
      } else {
        yield { span: key.span, message: `${start}.${hint(found)}` };
      }
    }
  },
};

function hint({ pair, shape }: Problems['unknownKeys'][number]): string {
  const { value } = pair;
  const isService =
    value?.kind === 'map' && value.pairs.some(({ key }) => /^(?:image|build)$/.test(key.value));
  return shape === schema && isService ? ' Is it a service? Then indent it below `services`.' : '';
}
