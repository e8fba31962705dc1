import { t } from '@vscode/l10n';
import type { Creation } from '../../engine/containers/creation.ts';
import { dockerRunLine } from '../../engine/containers/dockerRunLine.ts';
import type { Inventory } from '../../engine/inventory.ts';
import { imageReferences } from '../../engine/kinds/image.ts';
import type { Form, FormRun } from '../form.ts';
import { type CreationFields, creationFields, type Suggestions } from './creationFields.ts';
import { creationProblems } from './creationProblems.ts';
import { type CreationValues, creationFrom, valuesOf } from './creationValues.ts';
import { readEnvFiles } from './readEnvFiles.ts';

export interface CreationFormOptions<R> {
  readonly title: string;
  readonly description?: string;
  readonly submit: string;
  readonly inventory: Inventory;
  /** What the page describes at first, and what it has no fields for. */
  readonly base?: Partial<Creation>;
  /** Whether it is to be started, at first; not asked where another one's place is taken. */
  readonly start?: boolean;
  /** The id of the container whose place it takes. */
  readonly instead?: string;
  run(creation: Creation, options: { readonly start: boolean } & FormRun): Promise<R>;
}

/** The page on which a container is described, with the `docker run` line that says the same. */
export function creationForm<R>(options: CreationFormOptions<R>): Form<CreationFields, R> {
  const { title, description, submit, inventory, base = {}, start = true, instead } = options;
  return {
    title,
    ...(description === undefined ? {} : { description }),
    fields: creationFields(suggestionsOf(inventory)),
    initial: { ...valuesOf({ image: '', ...base }), start },
    sections: [
      { title: t('Environment'), fields: ['env', 'envFiles'] },
      { title: t('Ports and networks'), fields: ['ports', 'networks', 'hostname', 'extraHosts'] },
      { title: t('Storage'), fields: ['mounts', 'readOnly'] },
      { title: t('Limits and restarts'), fields: ['restart', 'retries', 'cpus', 'memory', 'pids'] },
      {
        title: t('More'),
        fields: ['user', 'workdir', 'platform', 'labels', 'init', 'privileged', 'capAdd', 'capDrop'],
        folded: true,
      },
    ],
    hidden: ({ restart }) => [
      ...(restart === 'on-failure' ? [] : (['retries'] as const)),
      ...(instead === undefined ? [] : (['start'] as const)),
    ],
    validate: (values) => creationProblems(values, { inventory, instead }),
    preview: (values) => ({
      label: t('The same in a terminal'),
      text: lineOf(values, base, instead === undefined),
    }),
    submit,
    async run(values, context) {
      const creation = creationFrom(values, base);
      const fromFiles = await readEnvFiles(values.envFiles.map(({ path }) => path));
      const env = { ...fromFiles, ...creation.env };
      const whole = Object.keys(env).length === 0 ? creation : { ...creation, env };
      return await options.run(whole, { start: values.start, ...context });
    },
  };
}

function lineOf(values: CreationValues, base: Partial<Creation>, asked: boolean): string {
  const creation = creationFrom(values, base);
  return dockerRunLine(creation.image === '' ? { ...creation, image: 'IMAGE' } : creation, {
    start: values.start || !asked,
    detach: !(values.stdin && values.tty && asked),
    envFiles: values.envFiles.map(({ path }) => path),
  });
}

function suggestionsOf(inventory: Inventory): Suggestions {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).sort();
  return {
    images: inventory
      .list('image')
      .flatMap(imageReferences)
      .filter(({ tags }) => tags.length > 0)
      .map(({ reference }) => reference)
      .sort(),
    networks: names(inventory.list('network')),
    volumes: names(inventory.list('volume').filter(({ anonymous }) => !anonymous)),
  };
}
