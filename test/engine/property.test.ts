import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import type { Engine } from '../../src/engine/engine.ts';
import { connectNetwork } from '../../src/engine/networks/connectNetwork.ts';
import { disconnectNetwork } from '../../src/engine/networks/disconnectNetwork.ts';
import { createTestContainer } from '../support/containers.ts';
import { type Daemon, startDaemon } from '../support/daemon.ts';
import { engineRequest } from '../support/engineRequest.ts';
import { importBusybox } from '../support/images.ts';
import { needsWorld } from '../support/inWorld.ts';
import { tar } from '../support/tar.ts';
import { connectTo, until } from './support/engine.ts';
import { equalsEngine } from './support/truth.ts';

/** One thing done to the engine from outside. Numbers are names: which of the few that there are. */
type Operation =
  | {
      readonly do: 'create';
      readonly name: number;
      readonly run: 'sleep' | 'brief' | 'not';
      readonly tag: number;
    }
  | { readonly do: ContainerVerb; readonly name: number }
  | { readonly do: 'rename'; readonly name: number; readonly to: number }
  | { readonly do: (typeof imageVerbs)[number]; readonly tag: number; readonly other: number }
  | { readonly do: 'network' | 'removeNetwork' | 'volume' | 'removeVolume'; readonly name: number }
  | { readonly do: 'connect' | 'disconnect'; readonly name: number; readonly network: number }
  | { readonly do: 'prune'; readonly kind: (typeof prunable)[number] };

const containerVerbs = ['start', 'stop', 'restart', 'kill', 'pause', 'unpause', 'remove'] as const;
type ContainerVerb = `${(typeof containerVerbs)[number]}Container`;
/** `tag` gives a tag of one image to another; `remove` is by its id: of an image, whatever its names. */
const imageVerbs = [
  ...(['tag', 'tagOther', 'untag', 'untagAlone', 'import', 'importUnnamed', 'remove'] as const),
  ...(['build', 'buildOn', 'commit', 'commitUnnamed', 'load'] as const),
] as const;
const prunable = ['containers', 'images', 'networks', 'volumes'] as const;

const few = fc.nat({ max: 4 });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('create' as const),
      name: few,
      run: fc.constantFrom('sleep', 'brief', 'not'),
      tag: few,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constantFrom(...containerVerbs.map((verb) => `${verb}Container` as const)),
      name: few,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), name: few, to: few }) },
  { weight: 9, arbitrary: fc.record({ do: fc.constantFrom(...imageVerbs), tag: few, other: few }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('network', 'removeNetwork', 'volume', 'removeVolume'),
      name: few,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('connect', 'disconnect'), name: few, network: few }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('prune' as const), kind: fc.constantFrom(...prunable) }),
  },
);
/** What is done at the same time; an engine that goes away does so in the midst of it. */
const step = fc.record({
  operations: fc.array(operation, { minLength: 1, maxLength: 6 }),
  end: fc.option(fc.constantFrom('restart' as const, 'crash' as const), { freq: 12, nil: undefined }),
});

describe('the inventory', { ...needsWorld, timeout: 3_600_000 }, () => {
  let daemon: Daemon;
  let engine: Engine;
  const archives = new Map<number, Buffer>();
  before(async () => {
    daemon = await startDaemon(suiteOf(process.env.GANTRY_PROPERTY_ENGINE));
    await importBusybox(daemon.socketPath);
    engine = await connectTo(daemon.socketPath);
  });
  after(async () => {
    await engine?.[Symbol.asyncDispose]();
    await daemon?.[Symbol.asyncDispose]();
  });

  test('is what the engine’s own lists say, whatever is done to it', async () => {
    const runs = Number(process.env.GANTRY_PROPERTY_RUNS ?? 6);
    const life = fc.array(step, { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        for (const { operations, end } of steps) {
          const done = Promise.all(operations.map(perform));
          if (end !== undefined) await (end === 'crash' ? daemon.kill() : daemon.stop());
          await done;
          if (end !== undefined) {
            await until(engine.inventory, ({ state }) => state.status === 'unreachable');
            await daemon.restart();
            await until(engine.inventory, ({ state }) => state.status === 'connected');
          }
          await equalsEngine(engine.inventory, daemon.socketPath);
        }
      }),
      // A failure is not made smaller: what has to come together in time does not come together again.
      { numRuns: runs, endOnFailure: true, ...seedOf(process.env.GANTRY_PROPERTY_SEED) },
    );
    assert.ok(engine.inventory.list('image').length > 0);
  });

  /** By the builder of old, whose steps are images. */
  async function build(tag: number, dockerfile: string): Promise<unknown> {
    const context = tar([{ path: 'Dockerfile', kind: 'file', content: Buffer.from(dockerfile) }]);
    return engineRequest(daemon.socketPath, 'POST', `/build?t=t:${tag}&rm=1`, context);
  }

  /** An archive of an image that had this tag once: it takes the tag back. */
  async function saved(tag: number): Promise<Buffer> {
    const known = archives.get(tag);
    if (known !== undefined) return known;
    const { status, bytes } = await engineRequest(daemon.socketPath, 'GET', `/images/t:${tag}/get`);
    if (status === 200) archives.set(tag, bytes);
    return bytes;
  }

  /** Does it, where it makes sense: what the engine refuses, or has no time for as it ends, is part of a life. */
  async function perform(operation: Operation): Promise<void> {
    const { socketPath } = daemon;
    const ask = (method: 'POST' | 'DELETE', path: string, body?: object) =>
      engineRequest(socketPath, method, path, body);
    const work = async (): Promise<unknown> => {
      switch (operation.do) {
        case 'create': {
          const command = operation.run === 'brief' ? ['true'] : ['sleep', '1000'];
          return createTestContainer(socketPath, {
            name: `c-${operation.name}`,
            image: operation.tag === 0 ? 'busybox' : `t:${operation.tag}`,
            command,
            start: operation.run !== 'not',
          });
        }
        case 'rename':
          return ask('POST', `/containers/c-${operation.name}/rename?name=c-${operation.to}`);
        case 'removeContainer':
          return ask('DELETE', `/containers/c-${operation.name}?force=1&v=1`);
        case 'tag':
          return ask('POST', `/images/busybox/tag?repo=t&tag=${operation.tag}`);
        case 'untag':
          return ask('DELETE', `/images/t:${operation.tag}`);
        case 'tagOther':
          return ask('POST', `/images/t:${operation.other}/tag?repo=t&tag=${operation.tag}`);
        case 'untagAlone':
          return ask('DELETE', `/images/t:${operation.tag}?noprune=1`);
        case 'remove': {
          const ids = engine.inventory
            .list('image')
            .flatMap(({ id, tags }) => (tags.some(isBase) ? [] : [id]));
          const noprune = operation.tag % 2;
          return ask('DELETE', `/images/${ids[operation.other % ids.length]}?force=1&noprune=${noprune}`);
        }
        case 'import':
          return ask('POST', `/images/create?fromSrc=-&repo=t&tag=${operation.tag}`, Buffer.alloc(1024));
        case 'importUnnamed':
          return ask('POST', '/images/create?fromSrc=-', Buffer.alloc(1024));
        case 'build':
          return build(operation.tag, `FROM scratch\nLABEL at=${operation.other}\nENV a=b\n`);
        case 'buildOn':
          return build(operation.tag, `FROM t:${operation.other}\nLABEL on=${operation.other}\nENV c=d\n`);
        case 'commit':
          return ask('POST', `/commit?container=c-${operation.other}&repo=t&tag=${operation.tag}`, {});
        case 'commitUnnamed':
          return ask('POST', `/commit?container=c-${operation.other}`, {});
        case 'load':
          return ask('POST', '/images/load', await saved(operation.tag));
        case 'network':
          return ask('POST', '/networks/create', { Name: `n-${operation.name}`, CheckDuplicate: true });
        case 'removeNetwork':
          return ask('DELETE', `/networks/n-${operation.name}`);
        case 'volume':
          return ask('POST', '/volumes/create', { Name: `v-${operation.name}` });
        case 'removeVolume':
          return ask('DELETE', `/volumes/v-${operation.name}`);
        // By our verbs: of a container that does not run no event tells.
        case 'connect':
          return connectNetwork(engine, `n-${operation.network}`, { container: `c-${operation.name}` });
        case 'disconnect':
          return disconnectNetwork(engine, `n-${operation.network}`, { container: `c-${operation.name}` });
        case 'prune':
          return ask('POST', `/${operation.kind}/prune`);
        default:
          return ask('POST', `/containers/c-${operation.name}/${operation.do.replace('Container', '')}`);
      }
    };
    await work().catch(() => undefined);
  }
});

/** Another engine than the machine's own, for who wants to look at it. */
function suiteOf(text: string | undefined): { readonly suite?: 'trixie' | 'sid' } {
  return text === 'trixie' || text === 'sid' ? { suite: text } : {};
}

function isBase(tag: string): boolean {
  return tag === 'busybox:latest';
}

function seedOf(text: string | undefined): { readonly seed?: number } {
  return text === undefined ? {} : { seed: Number(text) };
}
