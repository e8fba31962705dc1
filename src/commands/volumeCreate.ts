import { t } from '@vscode/l10n';
import { quoteWords } from '../engine/shellWords.ts';
import { createVolume, nfsOptions, type VolumeCreation } from '../engine/volumes/createVolume.ts';
import { pairWords } from '../words/pairWords.ts';
import { hostCommand } from './command.ts';
import type { Fields, Values } from './form.ts';
import { pairColumns, pairsOf } from './pairs.ts';
import { volumeNameProblem } from './volumeNameProblem.ts';

/** Makes a volume, on a page that shows the command line that does the same. */
export const volumeCreate = hostCommand({
  id: 'volume.create',
  title: 'Create Volume…',
  description:
    'Makes a volume: on the engine’s disk, in memory, from a folder of an NFS server, or by another driver with its options.',
  icon: 'add',
  places: [{ view: 'gantry.volumes', button: true, when: "gantry.state == 'connected'" }],
  async run({ engine, ui }) {
    const names = new Set(engine.inventory.list('volume').map(({ name }) => name));
    await ui.form({
      title: t('Create a Volume'),
      fields: fields(),
      initial: { nfsVersion: '4' },
      sections: [{ title: t('Labels'), fields: ['labels'], folded: true }],
      hidden: ({ from }) => [
        ...(from === 'nfs' ? [] : (['address', 'path', 'nfsVersion', 'mountOptions'] as const)),
        ...(from === 'driver' ? [] : (['driver', 'options'] as const)),
      ],
      validate: ({ name, from, address, path }) => [
        ...(names.has(name.trim())
          ? [{ field: 'name' as const, message: t('There is a volume of this name already.') }]
          : []),
        ...(from === 'nfs' && address.trim() === ''
          ? [{ field: 'address' as const, message: t('The server’s name or address is needed.') }]
          : []),
        ...(from === 'nfs' && !path.startsWith('/')
          ? [{ field: 'path' as const, message: t('The folder on the server begins with a slash.') }]
          : []),
      ],
      preview: (values) => ({ label: t('The same in a terminal'), text: lineOf(creationOf(values)) }),
      submit: t('Create'),
      run: (values, { signal }) => createVolume(engine, { ...creationOf(values), signal }),
    });
  },
});

function fields() {
  return {
    name: {
      kind: 'text',
      label: t('Name'),
      placeholder: 'data',
      help: t('Empty for one that the engine chooses.'),
      problem: volumeNameProblem,
    },
    from: {
      kind: 'select',
      label: t('Where its data is'),
      choices: [
        { value: 'disk', label: t('On the engine’s disk') },
        { value: 'memory', label: t('In memory: lost when no container uses it') },
        { value: 'nfs', label: t('In a folder of an NFS server') },
        { value: 'driver', label: t('Where a driver puts it') },
      ],
    },
    address: { kind: 'text', label: t('Server'), placeholder: 'nas.example.com' },
    path: { kind: 'text', label: t('Folder on the server'), placeholder: '/export/data' },
    nfsVersion: {
      kind: 'select',
      label: t('Version of NFS'),
      choices: [
        { value: '4', label: '4' },
        { value: '3', label: '3' },
      ],
    },
    mountOptions: { kind: 'text', label: t('Mount options'), placeholder: 'rw,soft,timeo=30' },
    driver: { kind: 'text', label: t('Driver'), placeholder: 'local' },
    options: {
      kind: 'list',
      label: t('Options of the driver'),
      add: t('Add Option'),
      columns: pairColumns('type', 'btrfs'),
    },
    labels: { kind: 'list', label: t('Labels'), add: t('Add Label'), columns: pairColumns('team', 'shop') },
  } as const satisfies Fields;
}

function creationOf(values: Values<ReturnType<typeof fields>>): VolumeCreation {
  const { name, driver, from, labels } = values;
  const options = optionsOf(values);
  return {
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(from === 'driver' && driver.trim() !== '' ? { driver: driver.trim() } : {}),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    ...(labels.length === 0 ? {} : { labels: pairsOf(labels) }),
  };
}

function optionsOf(values: Values<ReturnType<typeof fields>>): Readonly<Record<string, string>> {
  const { from, address, path, nfsVersion: version, mountOptions: options } = values;
  switch (from) {
    case 'disk':
      return {};
    case 'memory':
      return { type: 'tmpfs', device: 'tmpfs' };
    case 'nfs':
      return nfsOptions({ address: address.trim(), path, options, version });
    case 'driver':
      return pairsOf(values.options);
  }
}

function lineOf({ name, driver, options = {}, labels = {} }: VolumeCreation): string {
  const pairs = (flag: string, record: Readonly<Record<string, string>>) =>
    pairWords(record).flatMap((pair) => [flag, pair]);
  return quoteWords([
    ...['docker', 'volume', 'create'],
    ...(driver === undefined ? [] : ['--driver', driver]),
    ...pairs('--opt', options),
    ...pairs('--label', labels),
    ...(name === undefined ? [] : [name]),
  ]);
}
