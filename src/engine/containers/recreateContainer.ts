import { t } from '@vscode/l10n';
import type { Call, EngineClient } from '../client.ts';
import { within } from '../deadline.ts';
import { EngineError } from '../errors.ts';
import { inspectImage } from '../images/inspectImage.ts';
import { createContainer } from './createContainer.ts';
import type { Creation } from './creation.ts';
import { creationOf } from './creationOf.ts';
import { inspectContainer } from './inspectContainer.ts';
import { pauseContainer, startContainer, stopContainer, unpauseContainer } from './lifecycle.ts';
import { removeContainer } from './removeContainer.ts';
import { renameContainer } from './renameContainer.ts';
import { waitForContainer } from './waitForContainer.ts';

/** How long a new container is watched before its old one is removed, in milliseconds. */
const probation = 2000;

export interface Recreation extends Call {
  readonly creation: Creation;
  /** Whether the new one is started; as the old one was, where it is not said. */
  readonly start?: boolean;
}

/**
 * Puts another container in the place of one: creates it beside the old one, stops the old one, gives the new one its
 * name, starts it, and removes the old one once the new one has not failed at once. Volumes are kept. Whatever goes
 * wrong, also a cancellation, puts the old one back as it was. Returns the new one's id.
 */
export async function recreateContainer(
  engine: EngineClient,
  id: string,
  { creation, start, signal }: Recreation,
): Promise<string> {
  const old = await lookAt(engine, id, signal);
  const name = creation.name ?? old.name;
  const created = await createContainer(engine, { ...creation, name: `${name}-new-${old.suffix}`, signal });
  try {
    if (old.running) {
      if (old.paused) await unpauseContainer(engine, id, { signal });
      await stopContainer(engine, id, { signal });
    }
    if (old.vanishes) await unlessGone(waitForContainer(engine, id, { removed: true, signal }));
    else await renameContainer(engine, id, { name: `${old.name}-old-${old.suffix}`, signal });
    await renameContainer(engine, created, { name, signal });
    if (start ?? old.running) {
      await startContainer(engine, created, { signal });
      await survives(engine, created, signal);
    }
  } catch (error) {
    await putBack(engine, old, created).catch((cause: unknown) => {
      const words = [error, cause].map((one) => (one instanceof Error ? one.message : String(one)));
      throw new EngineError(
        'refused',
        t('{0} And {1} could not be put back: {2}', words[0] ?? '', old.name, words[1] ?? ''),
        {
          cause,
        },
      );
    });
    throw error;
  }
  await unlessGone(removeContainer(engine, id, { force: true }));
  return created;
}

interface Old {
  readonly id: string;
  readonly name: string;
  /** What tells the two apart while both are there. */
  readonly suffix: string;
  readonly running: boolean;
  readonly paused: boolean;
  /** The engine removes it when it is stopped: it can't be put back but must be made again. */
  readonly vanishes: boolean;
  readonly creation: Creation;
}

async function lookAt(engine: EngineClient, id: string, signal: AbortSignal | undefined): Promise<Old> {
  const inspection = (await inspectContainer(engine, id, { signal })) as {
    readonly Id: string;
    readonly Name: string;
    readonly Image: string;
    readonly State: { readonly Running: boolean; readonly Paused: boolean; readonly Restarting?: boolean };
    readonly HostConfig: { readonly AutoRemove?: boolean };
  };
  const { State: state } = inspection;
  const image = await inspectImage(engine, inspection.Image, { signal }).catch(() => undefined);
  const running = state.Running || state.Restarting === true;
  return {
    id: inspection.Id,
    name: inspection.Name.replace(/^\//, ''),
    suffix: inspection.Id.slice(0, 6),
    running,
    paused: state.Paused,
    vanishes: running && inspection.HostConfig.AutoRemove === true,
    creation: creationOf(inspection, { image, instead: true }),
  };
}

/** Without a signal: what was begun is undone, also where the person cancelled it. */
async function putBack(engine: EngineClient, old: Old, created: string): Promise<void> {
  let { id } = old;
  if (old.vanishes && !(await isRunning(engine, id))) {
    await unlessGone(waitForContainer(engine, id, { removed: true, signal: within('change') }));
    // Made before the failed one goes, which holds its volumes.
    id = await createContainer(engine, { ...old.creation, name: `${old.name}-old-${old.suffix}` });
  }
  await unlessGone(removeContainer(engine, created, { force: true, volumes: true }));
  const inspection = (await inspectContainer(engine, id)) as { readonly Name: string };
  if (inspection.Name !== `/${old.name}`) await renameContainer(engine, id, { name: old.name });
  if (!old.running) return;
  await startContainer(engine, id);
  if (old.paused) await pauseContainer(engine, id);
}

/** Whether it has not been stopped yet, so that the engine has not removed it. */
async function isRunning(engine: EngineClient, id: string): Promise<boolean> {
  const { state } = await inspectContainer(engine, id).then(
    (inspection) => ({ state: (inspection as { readonly State: { readonly Running: boolean } }).State }),
    () => ({ state: undefined }),
  );
  return state?.Running === true;
}

/** Throws where the container ends with an error within its probation, also where the engine starts it again and again. */
async function survives(engine: EngineClient, id: string, signal: AbortSignal | undefined): Promise<void> {
  const over = AbortSignal.timeout(probation);
  const until = signal === undefined ? over : AbortSignal.any([over, signal]);
  const code = await waitForContainer(engine, id, { signal: until }).catch((error: unknown) => {
    if (!over.aborted || signal?.aborted === true) throw error;
    return exitCodeOfLoop(engine, id, signal);
  });
  if (code === 0) return;
  throw new EngineError('refused', t('The new container ended at once with exit code {0}.', code));
}

/** The exit code of a container that has been started again by the engine; 0 for any other. */
async function exitCodeOfLoop(
  engine: EngineClient,
  id: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { RestartCount: restarts, State: state } = (await inspectContainer(engine, id, { signal })) as {
    readonly RestartCount: number;
    readonly State: { readonly ExitCode: number };
  };
  return restarts > 0 ? state.ExitCode : 0;
}

/** 404: it is gone; 409: it is going. */
async function unlessGone(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    if (!(error instanceof EngineError && (error.status === 404 || error.status === 409))) throw error;
  });
}
