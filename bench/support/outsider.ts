import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTestContainer, removeTestContainer } from '../../test/support/containers.ts';
import { engineCall, engineRequest } from '../../test/support/engineRequest.ts';
import { defaultSocket } from '../../test/support/inWorld.ts';
import { isObject } from '../../test/support/json.ts';
import { createContainers, loadImages, type Range } from './fillEngine.ts';

/** What somebody else does with the engine, in a process of its own: it takes no time of the one that is measured. */
const deeds = {
  /** Creates as many containers as images; resolves to the containers' ids. */
  async fill(range: Range): Promise<readonly string[]> {
    await loadImages(defaultSocket, range);
    return await createContainers(defaultSocket, range);
  },

  /** One list call after another, read to the last byte; resolves to the milliseconds of each. */
  async list({ path, times }: { path: string; times: number }): Promise<readonly number[]> {
    const took: number[] = [];
    for (let i = 0; i < times; i += 1) {
      const started = performance.now();
      await engineRequest(defaultSocket, 'GET', path);
      took.push(performance.now() - started);
    }
    return took;
  },

  /** Resolves to when the engine had answered, on the clock that `now` reads. */
  async rename({ id, name }: { id: string; name: string }): Promise<number> {
    await engineCall(defaultSocket, 'POST', `/containers/${id}/rename?name=${name}`);
    return now();
  },

  /** Gives an image a further tag; resolves to when the engine had answered. */
  async tag({ id, repository, tag }: { id: string; repository: string; tag: string }): Promise<number> {
    await engineCall(defaultSocket, 'POST', `/images/${id}/tag?repo=${repository}&tag=${tag}`);
    return now();
  },

  /** 500 changes in five seconds, evenly: renames, creations, removals, tags. Resolves to how long it really took. */
  async storm({ ids, ...names }: { ids: readonly string[]; image: string; prefix: string }): Promise<number> {
    const started = performance.now();
    const created: string[] = [];
    const running: Promise<unknown>[] = [];
    for (let i = 0; i < 500; i += 1) {
      running.push(stormStep(i, { ids, ...names, created }));
      await delay(Math.max(0, started + (i + 1) * 10 - performance.now()));
    }
    await Promise.all(running);
    return performance.now() - started;
  },

  /** Everything that the engine has by now, as it lists it: names of containers and tags of images by id. */
  async everything(): Promise<readonly string[]> {
    const containers = await engineCall(defaultSocket, 'GET', '/containers/json?all=1');
    const images = await engineCall(defaultSocket, 'GET', '/images/json');
    return [
      ...entriesOf(containers).map(({ Id, Names }) => `${Id} ${listOf(Names).join(' ').slice(1)}`),
      ...entriesOf(images).map(({ Id, RepoTags }) => `${Id} ${listOf(RepoTags).sort().join(' ')}`),
    ].sort();
  },
};

/** Of ten steps six are renames, two create, one removes what an earlier one has created, one tags an image. */
async function stormStep(
  i: number,
  {
    ids,
    image,
    prefix,
    created,
  }: { ids: readonly string[]; image: string; prefix: string; created: string[] },
): Promise<void> {
  const kind = i % 10;
  if (kind < 6)
    await deeds.rename({ id: ids[(i * 7) % Math.min(100, ids.length)] ?? '', name: `${prefix}-${i}` });
  else if (kind < 8)
    created.push(await createTestContainer(defaultSocket, { name: `${prefix}-created-${i}`, start: false }));
  else if (kind < 9) {
    const id = created.shift();
    if (id !== undefined) await removeTestContainer(defaultSocket, id);
  } else await deeds.tag({ id: image, repository: 'storm.example/image', tag: `${prefix}-${i}` });
}

function entriesOf(answer: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(answer) ? answer.filter(isObject) : [];
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

type Deeds = typeof deeds;
type Deed = keyof Deeds;

/** The outsider as the measured process calls it. */
export interface Outsider extends Disposable {
  do<D extends Deed>(deed: D, options: Parameters<Deeds[D]>[0]): Promise<Awaited<ReturnType<Deeds[D]>>>;
}

/** Milliseconds on a clock that all processes of the machine share. */
export function now(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Starts the outsider's process. */
export function openOutsider(): Outsider {
  const child = fork(fileURLToPath(import.meta.url));
  const ended = once(child, 'exit').then(() => [{ error: 'its process has ended' }]);
  return {
    async do(deed, options) {
      child.send({ deed, options });
      const [answer] = await Promise.race([once(child, 'message'), ended]);
      if (isObject(answer) && typeof answer.error === 'string') throw new Error(`${deed}: ${answer.error}`);
      return answer.result;
    },
    [Symbol.dispose]: () => void child.kill(),
  };
}

if (import.meta.main) {
  process.on('message', async ({ deed, options }: { deed: Deed; options: never }) => {
    try {
      process.send?.({ result: await deeds[deed](options) });
    } catch (error) {
      process.send?.({ error: String(error) });
    }
  });
}
