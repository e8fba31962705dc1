import { t } from '@vscode/l10n';
import { listed } from '../words/listed.ts';
import { sizeWords } from '../words/size.ts';
import { hostCommand } from './command.ts';
import type { Fields, Values } from './form.ts';
import { pairColumns } from './pairs.ts';
import {
  type AllUnused,
  bytesOf,
  chooseUnused,
  countWords,
  findUnused,
  type Unused,
  type UnusedKind,
  unusedKinds,
} from './unused.ts';

/** Removes what nothing uses, of the kinds that are chosen, after saying what goes. */
export const hostCleanUp = hostCommand({
  id: 'host.cleanUp',
  title: 'Clean Up…',
  description:
    'Says how much space there is to win by kind: stopped containers, unused images, networks and volumes, and the build cache. What goes is chosen by kind, age and label, shown by name before, and reported afterwards.',
  icon: 'clear-all',
  places: [
    { view: 'gantry.images', button: false, when: "gantry.state == 'connected'" },
    { view: 'gantry.hosts', button: false, when: "gantry.state == 'connected'" },
  ],
  async run({ host, engine, ui }) {
    const unused = await ui.progress(t('Looking for what nothing uses'), (signal) =>
      findUnused(engine, signal),
    );
    if (unusedKinds.every((kind) => unused[kind].length === 0))
      return ui.information(t('There is nothing on {0} that nothing uses.', host.name));
    const now = Date.now();
    const chosen = await ui.form({
      title: t('Clean Up {0}', host.name),
      description: t(
        'Of all that nothing uses, what is ticked here goes, if it fits the age and the labels.',
      ),
      fields: fields(unused),
      initial: {
        containers: unused.containers.length > 0,
        networks: unused.networks.length > 0,
        buildCache: unused.buildCache.length > 0,
      },
      hidden: () => unusedKinds.filter((kind) => unused[kind].length === 0),
      preview: (values) => previewOf(chosenBy(values, unused, now)),
      validate: (values) =>
        total(chosenBy(values, unused, now)).length === 0
          ? [{ field: 'age', message: t('Nothing fits.'), severity: 'warning' }]
          : [],
      submit: t('Continue…'),
      run: async (values) => chosenBy(values, unused, now),
    });
    if (chosen === undefined || total(chosen).length === 0) return;
    const answer = await ui.confirm({
      message: t('Remove {0}? This frees up to {1}.', wordsOf(chosen), sizeWords(bytesOf(total(chosen)))),
      detail: [
        ...unusedKinds
          .filter((kind) => chosen[kind].length > 0 && kind !== 'buildCache')
          .map((kind) => `${countWords(kind, chosen[kind].length)}: ${listed(chosen[kind].map(nameOf), 15)}`),
        ...(chosen.volumes.length > 0 ? [t('What is in the volumes is lost for good.')] : []),
      ].join('\n'),
      actions: [t('Remove')],
    });
    if (answer === undefined) return;
    const { gone, failed } = await ui.progress(t('Cleaning up {0}', host.name), (signal, report) =>
      removeAll(chosen, signal, (name, fraction) => report({ message: name, fraction })),
    );
    const done = t('Removed {0}, which freed up to {1}.', wordsOf(gone), sizeWords(bytesOf(total(gone))));
    if (failed.length === 0) ui.information(done);
    else ui.warning(t('{0} These stay: {1}.', done, listed(failed, 10)));
  },
});

function fields(unused: AllUnused) {
  const box = (kind: UnusedKind, label: string) =>
    ({
      kind: 'checkbox',
      label: t(
        '{0}: {1}, {2}',
        label,
        countWords(kind, unused[kind].length),
        sizeWords(bytesOf(unused[kind])),
      ),
    }) as const;
  return {
    containers: box('containers', t('Containers that do not run')),
    images: box('images', t('Images that no container uses')),
    networks: box('networks', t('Networks that nothing is in')),
    volumes: box('volumes', t('Volumes that no container has')),
    buildCache: box('buildCache', t('Build cache')),
    age: {
      kind: 'number',
      label: t('Older than'),
      min: 0,
      unit: t('hours'),
      placeholder: t('any age'),
      help: t('By when it was created; of the build cache by when it was last used.'),
    },
    labels: {
      kind: 'list',
      label: t('Labels'),
      help: t('Those with each of these: a name alone, or with its value.'),
      add: t('Add Label'),
      columns: pairColumns('team', t('any')),
    },
  } as const satisfies Fields;
}

function chosenBy(values: Values<ReturnType<typeof fields>>, unused: AllUnused, now: number): AllUnused {
  const { age, labels } = values;
  return chooseUnused(unused, new Set(unusedKinds.filter((kind) => values[kind])), {
    ...(age === undefined ? {} : { before: now - age * 3_600_000 }),
    labels: labels.map(({ name, value }) => (value === '' ? name.trim() : `${name.trim()}=${value}`)),
  });
}

function previewOf(chosen: AllUnused): { readonly label: string; readonly text: string } {
  return {
    label: t('What goes: {0}', sizeWords(bytesOf(total(chosen)))),
    text: unusedKinds
      .flatMap((kind) =>
        chosen[kind].map(({ name, bytes }) => (bytes > 0 ? `${name}  ${sizeWords(bytes)}` : name)),
      )
      .join('\n'),
  };
}

function total(unused: AllUnused): readonly Unused[] {
  return unusedKinds.flatMap((kind) => unused[kind]);
}

function wordsOf(unused: AllUnused): string {
  const words = unusedKinds.flatMap((kind) =>
    unused[kind].length === 0 ? [] : [countWords(kind, unused[kind].length)],
  );
  return words.length === 0 ? t('nothing') : listed(words);
}

function nameOf({ name }: Unused): string {
  return name;
}

/**
 * Containers first: they hold images, networks and volumes. What has come into use meanwhile stays. What is left when
 * the person cancels stays too, and what went by then is reported all the same.
 */
async function removeAll(
  chosen: AllUnused,
  signal: AbortSignal,
  report: (name: string, fraction: number) => void,
): Promise<{ readonly gone: AllUnused; readonly failed: readonly string[] }> {
  const gone: { [K in UnusedKind]: Unused[] } = {
    containers: [],
    images: [],
    networks: [],
    volumes: [],
    buildCache: [],
  };
  const failed: string[] = [];
  const all = total(chosen).length;
  let done = 0;
  for (const kind of unusedKinds) {
    for (const one of chosen[kind]) {
      if (signal.aborted) return { gone, failed };
      report(one.name, done / all);
      await one.remove(signal).then(
        () => void gone[kind].push(one),
        (error: unknown) => {
          if (!signal.aborted) failed.push(`${one.name} (${reasonOf(error)})`);
        },
      );
      done += 1;
    }
  }
  return { gone, failed };
}

/** An engine's words, to stand within a sentence. */
function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replace(/\.$/, '');
}
