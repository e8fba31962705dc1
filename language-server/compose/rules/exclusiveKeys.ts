import type { Report } from '../../lint/finding.ts';
import type { Rule } from '../../lint/rule.ts';
import type { ComposeTree, Declaration } from '../tree.ts';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/node.ts';

/** Two keys of which only one can be heeded. */
export const exclusiveKeys: Rule<ComposeTree> = {
  id: 'ExclusiveKeys',
  severity: 'error',
  docs: 'Some keys exclude each other, as `network_mode` and `networks` do. Compose refuses both at once.',
  url: 'https://docs.docker.com/reference/compose-file/services/',
  bad: [
    {
      file: 'services:\n  web:\n    image: nginx\n    network_mode: host\n    networks: [front]\n    ^^^^^^^^ `networks` and `network_mode` exclude each other. Remove one of them.\nnetworks:\n  front:\n',
    },
    {
      file: 'services:\n  web:\n    build:\n      context: .\n      dockerfile: Dockerfile.dev\n      dockerfile_inline: FROM nginx\n      ^^^^^^^^^^^^^^^^^ `dockerfile_inline` and `dockerfile` exclude each other. Remove one of them.\nvolumes:\n  data:\n    external: true\n    driver: local\n    ^^^^^^ `driver` says how to make the volume `data`, which is `external` and so never made. Remove one of them.\nconfigs:\n  a:\n    file: ./a\n    content: a\n    ^^^^^^^ `content` and `file` exclude each other. Remove one of them.\n',
    },
    {
      file: 'services:\n  web:\n    image: nginx\n    scale: 2\n    deploy:\n      replicas: 3\n                ^ `deploy.replicas` is 3 and `scale` is 2: both say the same thing and must agree.\n',
    },
  ],
  good: [
    'services:\n  web:\n    image: nginx\n    scale: 2\n    deploy:\n      replicas: 2\n    networks: [front]\nnetworks:\n  front:\n    external: true\n    name: mine\n',
  ],
  *check(tree) {
    for (const { value } of tree.declared('service').values()) {
      if (value?.kind !== 'map') continue;
      yield* pairwise(value, ['network_mode', 'networks']);
      const build = tree.anchors.resolve(pairOf(value, 'build')?.value);
      if (build?.kind === 'map') yield* pairwise(build, ['dockerfile', 'dockerfile_inline']);
      for (const same of equals) yield* mustAgree(value, same, tree);
    }
    for (const { value } of tree.declared('config').values()) {
      if (value?.kind === 'map') yield* pairwise(value, ['file', 'environment', 'content']);
    }
    for (const { value } of tree.declared('secret').values()) {
      if (value?.kind === 'map') yield* pairwise(value, ['file', 'environment']);
    }
    for (const kind of ['volume', 'network'] as const) {
      for (const declaration of tree.declared(kind).values()) yield* externalMade(declaration);
    }
  },
};

/** Keys of a service that say the same as a path below `deploy`. */
const equals: readonly (readonly [string, readonly string[]])[] = [
  ['scale', ['deploy', 'replicas']],
  ['cpus', ['deploy', 'resources', 'limits', 'cpus']],
  ['mem_limit', ['deploy', 'resources', 'limits', 'memory']],
  ['mem_reservation', ['deploy', 'resources', 'reservations', 'memory']],
  ['pids_limit', ['deploy', 'resources', 'limits', 'pids']],
];

function* pairwise(map: YamlMap, keys: readonly string[]): Iterable<Report> {
  let first: YamlPair | undefined;
  for (const pair of map.pairs) {
    if (!keys.includes(pair.key.value) || pair.value === undefined || pair.value.tag === '!reset') continue;
    if (first === undefined || first.key.value === pair.key.value) {
      first ??= pair;
      continue;
    }
    const message = `\`${pair.key.value}\` and \`${first.key.value}\` exclude each other. Remove one of them.`;
    const related = [{ span: first.key.span, message: `\`${first.key.value}\` is here.` }];
    yield { span: pair.key.span, message, related };
  }
}

function* mustAgree(
  service: YamlMap,
  [key, path]: readonly [string, readonly string[]],
  tree: ComposeTree,
): Iterable<Report> {
  const one = pairOf(service, key)?.value;
  if (one?.kind !== 'scalar') return;
  let other: YamlNode | undefined = service;
  for (const step of path)
    other = other?.kind === 'map' ? tree.anchors.resolve(pairOf(other, step)?.value) : undefined;
  if (other?.kind !== 'scalar') return;
  const known = (value: string): boolean => /^[\d.]+[a-z]*$/i.test(value);
  if (!known(one.value) || !known(other.value) || amount(one.value) === amount(other.value)) return;
  const name = path.join('.');
  const message = `\`${name}\` is ${other.value} and \`${key}\` is ${one.value}: both say the same thing and must agree.`;
  yield { span: other.span, message, related: [{ span: one.span, message: `\`${key}\` is here.` }] };
}

/** `1g`, `1024m` and `1gb` are the same. */
function amount(value: string): number {
  const [, number = '', unit = ''] = /^([\d.]+)([a-z]?)/i.exec(value) ?? [];
  return Number(number) * 1024 ** Math.max('bkmgtp'.indexOf(unit.toLowerCase()), 0);
}

function* externalMade({ kind, name, value }: Declaration): Iterable<Report> {
  if (value?.kind !== 'map') return;
  const external = pairOf(value, 'external')?.value;
  if (external?.kind !== 'scalar' || external.value !== 'true') return;
  for (const { key } of value.pairs) {
    if (!/^(?:driver|driver_opts|labels|ipam|internal|attachable)$/.test(key.value)) continue;
    const message = `\`${key.value}\` says how to make the ${kind} \`${name}\`, which is \`external\` and so never made. Remove one of them.`;
    yield { span: key.span, message };
  }
}
