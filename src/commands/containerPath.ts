import { t } from '@vscode/l10n';
import type { EngineClient } from '../engine/client.ts';
import { inspectContainer } from '../engine/containers/inspectContainer.ts';
import type { Container } from '../engine/kinds/container.ts';
import type { Choice, Ui } from './ui.ts';

export interface ContainerPath {
  readonly title: string;
  readonly prompt: string;
  /** What is remembered of the last time is kept under this name. */
  readonly purpose: 'copy-in' | 'copy-out';
}

/** Asks for a path in a container: the last one, its working directory, what is mounted in it, or one that is typed. */
export async function askContainerPath(
  container: Container,
  { title, prompt, purpose }: ContainerPath,
  { engine, ui, signal }: { readonly engine: EngineClient; readonly ui: Ui; readonly signal: AbortSignal },
): Promise<string | undefined> {
  const key = `${purpose}:${container.image}`;
  const last = ui.memory.get(key);
  const choices = placesOf(await inspectContainer(engine, container.id, { signal }), last);
  const picked = await ui.pick<string | null>({
    title,
    placeholder: prompt,
    choices: [...choices, { label: t('Another Path…'), icon: 'edit', value: null }],
  });
  if (picked === undefined) return undefined;
  const path = picked ?? (await ui.input({ title, prompt, value: last ?? '/', validate: pathProblem }));
  if (path !== undefined) await ui.memory.set(key, path);
  return path;
}

function pathProblem(path: string): string | undefined {
  if (!/^(?:\/|[a-z]:[/\\])/i.test(path)) return t('A path in a container begins with “/”.');
  return undefined;
}

function placesOf(inspection: unknown, last: string | undefined): readonly Choice<string>[] {
  const { Config, Mounts } = inspection as {
    readonly Config?: { readonly WorkingDir?: string };
    readonly Mounts?: readonly {
      readonly Destination?: string;
      readonly Name?: string;
      readonly Source?: string;
    }[];
  };
  const places = new Map<string, string>();
  const add = (path: string | undefined, description: string) => {
    if (path && !places.has(path)) places.set(path, description);
  };
  add(last, t('the last time'));
  add(Config?.WorkingDir, t('working directory'));
  for (const { Destination, Name, Source } of Mounts ?? []) add(Destination, Name ?? Source ?? '');
  return [...places].map(([value, description]) => ({ label: value, description, icon: 'folder', value }));
}
