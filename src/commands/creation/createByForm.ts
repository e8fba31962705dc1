import { t } from '@vscode/l10n';
import { attachContainer } from '../../engine/attach.ts';
import type { EngineClient } from '../../engine/client.ts';
import { createContainer } from '../../engine/containers/createContainer.ts';
import type { Creation } from '../../engine/containers/creation.ts';
import { inspectContainer } from '../../engine/containers/inspectContainer.ts';
import { startContainer } from '../../engine/containers/lifecycle.ts';
import { removeContainer } from '../../engine/containers/removeContainer.ts';
import { EngineError } from '../../engine/errors.ts';
import type { Inventory } from '../../engine/inventory.ts';
import type { CommandContext } from '../command.ts';
import { containerFacts } from '../containerFacts.ts';
import type { FormRun } from '../form.ts';
import { pullWithProgress } from '../pullWithProgress.ts';
import { sayRunning } from '../sayRunning.ts';
import { creationForm } from './creationForm.ts';

export interface CreateByForm {
  readonly title: string;
  readonly description?: string;
  readonly base?: Partial<Creation>;
  readonly start?: boolean;
}

/**
 * Lets a person describe a container, creates it and, where that is wanted, starts it: one with a terminal and an open
 * input in a terminal here. Says what came of it. What the engine refuses is said on the page, and leaves nothing behind.
 */
export async function createByForm(context: CommandContext, options: CreateByForm): Promise<void> {
  const { engine, ui, signal } = context;
  const made = await ui.form(
    creationForm({
      ...options,
      submit: t('Create'),
      inventory: engine.inventory,
      async run(creation, { start, signal: cancelled, report }) {
        const id = await createOrPull(engine, creation, { signal: cancelled, report });
        const attach = start && creation.tty === true && creation.stdin === true;
        if (start && !attach) {
          try {
            await startContainer(engine, id, { signal: cancelled });
          } catch (error) {
            await removeContainer(engine, id, { force: true, volumes: true }).catch(() => undefined);
            await gone(engine.inventory, id);
            throw error;
          }
        }
        return { id, start, attach, image: creation.image };
      },
    }),
  );
  if (made === undefined) return;
  // It may be gone by now, where it removes itself.
  const inspection = await inspectContainer(engine, made.id, { signal }).catch(() => undefined);
  const facts = containerFacts(inspection);
  if (made.attach) {
    await ui.terminal({ name: facts.name, icon: 'terminal', program: attachContainer(engine, made.id) });
  } else if (inspection === undefined) {
    ui.information(t('A container of {0} was started, has ended and was removed.', made.image));
  } else if (made.start) {
    sayRunning(made.image, facts, context);
  } else {
    ui.information(t('{0} was created.', facts.name));
  }
}

/** As `docker create` does it: an image that is not here is pulled. */
async function createOrPull(
  engine: EngineClient,
  creation: Creation,
  { signal, report }: FormRun,
): Promise<string> {
  try {
    return await createContainer(engine, { ...creation, signal });
  } catch (error) {
    if (!(error instanceof EngineError && error.status === 404 && /no such image/i.test(error.message)))
      throw error;
    await pull(engine, creation, { signal, report });
    return await createContainer(engine, { ...creation, signal });
  }
}

async function pull(
  engine: EngineClient,
  { image, platform }: Creation,
  { signal, report }: FormRun,
): Promise<void> {
  try {
    const options = { ...(platform === undefined ? {} : { platform }), signal, report };
    await pullWithProgress(engine, image, options);
  } catch (error) {
    if (signal.aborted || !(error instanceof EngineError)) throw error;
    const words = t('{0} is not on this engine, and can’t be pulled: {1}', image, error.message);
    throw new EngineError(error.code, words, { cause: error });
  }
}

/** How long the inventory is waited for, in milliseconds. */
const patience = 2000;

/** Resolves when the inventory has lost a container, whose name is free then for another try. */
async function gone(inventory: Inventory, id: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = () => {
    if (inventory.get('container', id) === undefined) resolve();
  };
  using _changes = inventory.onDidChange(look);
  const timer = setTimeout(resolve, patience);
  look();
  await promise;
  clearTimeout(timer);
}
