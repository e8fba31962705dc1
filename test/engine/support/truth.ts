import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Inventory } from '../../../src/engine/inventory.ts';
import { engineCall } from '../../support/engineRequest.ts';

/** What there is on an engine, each object in a line: made to be compared. */
export type Truth = Readonly<Record<'containers' | 'images' | 'networks' | 'volumes', readonly string[]>>;

/**
 * Resolves when the inventory is what the engine's own lists say; fails with the difference where it is not within ten
 * seconds after the last change: nobody tells when an inventory believes to have read everything.
 */
export async function equalsEngine(inventory: Inventory, socketPath: string): Promise<Truth> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const truth = await engineTruth(socketPath);
    if (isDeepStrictEqual(inventoryTruth(inventory), truth)) return truth;
    if (performance.now() > deadline) {
      assert.deepEqual(inventoryTruth(inventory), truth);
      return truth;
    }
    await delay(50);
  }
}

/** The engine's lists, read with nothing of ours in between. */
async function engineTruth(socketPath: string): Promise<Truth> {
  const list = (path: string) => engineCall(socketPath, 'GET', path);
  const containers = (await list('/containers/json?all=1')) as readonly RawContainer[];
  const images = (await list('/images/json')) as readonly RawImage[];
  const networks = (await list('/networks')) as readonly RawNetwork[];
  const { Volumes: volumes } = (await list('/volumes')) as { readonly Volumes: readonly RawVolume[] | null };
  return {
    containers: sorted(containers, ({ Id, Names, State, ImageID, NetworkSettings }) => [
      Id,
      Names.map((name) => name.slice(1)).find((name) => !name.includes('/')),
      stateNames[State] ?? State,
      ImageID,
      ...Object.keys(NetworkSettings.Networks ?? {}).sort(),
    ]),
    images: sorted(images, ({ Id, RepoTags, Size, Created }) => [
      Id,
      ...named(RepoTags),
      `${Size} bytes of ${Created}`,
    ]),
    networks: sorted(networks, ({ Id, Name, Driver }) => [Id, Name, Driver === 'null' ? 'none' : Driver]),
    volumes: sorted(volumes ?? [], ({ Name, Driver }) => [Name, Driver]),
  };
}

/** The same of an inventory. */
export function inventoryTruth(inventory: Inventory): Truth {
  return {
    containers: sorted(inventory.list('container'), ({ id, name, state, imageId, networks }) => [
      id,
      name,
      state,
      imageId,
      ...networks,
    ]),
    images: sorted(inventory.list('image'), ({ id, tags, size, createdAt }) => [
      id,
      ...tags,
      `${size} bytes of ${createdAt / 1000}`,
    ]),
    networks: sorted(inventory.list('network'), ({ id, name, driver }) => [id, name, driver]),
    volumes: sorted(inventory.list('volume'), ({ name, driver }) => [name, driver]),
  };
}

interface RawContainer {
  readonly Id: string;
  readonly Names: readonly string[];
  readonly State: string;
  readonly ImageID: string;
  readonly NetworkSettings: { readonly Networks?: Readonly<Record<string, unknown>> | null };
}

interface RawImage {
  readonly Id: string;
  readonly RepoTags?: readonly string[] | null;
  readonly Size: number;
  /** Seconds since the epoch. */
  readonly Created: number;
}

interface RawNetwork {
  readonly Id: string;
  readonly Name: string;
  readonly Driver: string;
}

interface RawVolume {
  readonly Name: string;
  readonly Driver: string;
}

/** Podman's names for what Docker calls otherwise. */
const stateNames: Readonly<Record<string, string>> = {
  configured: 'created',
  initialized: 'created',
  stopped: 'exited',
};

function named(tags: readonly string[] | null | undefined): readonly string[] {
  return (tags ?? []).filter((tag) => tag !== '<none>:<none>').sort();
}

function sorted<T>(objects: readonly T[], words: (object: T) => readonly (string | undefined)[]): string[] {
  return objects.map((object) => words(object).join(' ')).sort();
}
