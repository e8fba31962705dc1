import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyForm, type Fields, type Form } from '../../../src/commands/form.ts';
import { blocks, formProblems } from '../../../src/commands/formProblems.ts';
import { effectiveValues, initialValues, readValues } from '../../../src/commands/formValues.ts';
import { recordingUi } from '../../support/recordingUi.ts';

const form = declared({
  title: 'Run',
  fields: {
    name: {
      kind: 'text',
      label: 'Name',
      required: true,
      problem: (value) => (value === 'x' ? 'Not x.' : undefined),
    },
    memory: { kind: 'number', label: 'Memory', min: 6, whole: true },
    remove: { kind: 'checkbox', label: 'Remove' },
    restart: {
      kind: 'select',
      label: 'Restart',
      choices: [
        { value: 'no', label: 'Never' },
        { value: 'always', label: 'Always' },
      ],
    },
    ports: {
      kind: 'list',
      label: 'Ports',
      add: 'Add',
      columns: {
        host: { kind: 'number', label: 'Host' },
        inside: { kind: 'number', label: 'Inside', required: true, max: 65535 },
      },
    },
  },
  initial: { name: 'web' },
  hidden: ({ remove }) => (remove ? ['restart'] : []),
  validate: ({ ports, restart }) => [
    ...ports.flatMap(({ host }, row) =>
      host === 80 ? [{ field: 'ports' as const, row, column: 'host' as const, message: 'Taken.' }] : [],
    ),
    ...(restart === 'always'
      ? [{ field: 'restart' as const, message: 'Careful.', severity: 'warning' as const }]
      : []),
  ],
  preview: ({ name }) => ({ label: 'Command', text: `docker run --name ${name}` }),
  submit: 'Run',
  run: async ({ name, restart }) => `${name} ${restart}`,
});
const any = anyForm(form);
const initial = initialValues(any.fields, any.initial);
const problemsOf = (values: Readonly<Record<string, unknown>>) =>
  formProblems(any, readValues(any.fields, { ...initial, ...values }) ?? initial).map(
    ({ field, row, column, message }) => [field, row, column, message],
  );

describe('a form', () => {
  test('begins with what it was given, and else with nothing and first choices', () => {
    assert.deepEqual(initial, { name: 'web', memory: undefined, remove: false, restart: 'no', ports: [] });
    assert.deepEqual(formProblems(any, initial), []);
  });

  test('says what is wrong with a field', () => {
    assert.deepEqual(problemsOf({ name: '' }), [['name', undefined, undefined, 'Name is needed.']]);
    assert.deepEqual(problemsOf({ name: 'x' }), [['name', undefined, undefined, 'Not x.']]);
    assert.deepEqual(problemsOf({ memory: 5 }), [['memory', undefined, undefined, 'Memory is at least 6.']]);
    assert.deepEqual(problemsOf({ memory: 6.5 }), [
      ['memory', undefined, undefined, 'Memory is a whole number.'],
    ]);
    assert.deepEqual(problemsOf({ memory: 'much' }), [
      ['memory', undefined, undefined, 'Memory is a number.'],
    ]);
  });

  test('counts rows as they are shown, also behind empty ones, which it leaves out', () => {
    const ports = [{}, { host: 80, inside: 80 }, { host: 1 }, { inside: 70_000 }];
    assert.deepEqual(problemsOf({ ports }), [
      ['ports', 2, 'inside', 'Inside is needed.'],
      ['ports', 3, 'inside', 'Inside is at most 65535.'],
      ['ports', 1, 'host', 'Taken.'],
    ]);
    const values = readValues(any.fields, { ...initial, ports });
    assert.equal((effectiveValues(any, values ?? initial).ports as readonly unknown[]).length, 3);
  });

  test('has nothing in hidden fields, and finds nothing in them', () => {
    const values = { ...initial, restart: 'always' };
    assert.equal(effectiveValues(any, values).restart, 'always');
    assert.equal(effectiveValues(any, { ...values, remove: true }).restart, 'no');
    assert.deepEqual(problemsOf({ restart: 'always', remove: true }), []);
  });

  test('can be submitted with warnings', () => {
    const problems = formProblems(any, { ...initial, restart: 'always' });
    assert.deepEqual([problems.length, blocks(problems)], [1, false]);
  });

  test('takes from the page only what its fields can hold', () => {
    const values = readValues(any.fields, {
      name: 3,
      restart: 'often',
      ports: [null, { inside: 1, more: 2 }],
      more: 1,
    });
    assert.deepEqual(values, {
      name: '',
      memory: undefined,
      remove: false,
      restart: 'no',
      ports: [
        { host: undefined, inside: undefined },
        { host: undefined, inside: 1 },
      ],
    });
    assert.equal(readValues(any.fields, [1]), undefined);
    assert.equal(readValues(any.fields, null), undefined);
  });
});

describe('a form that a test answers', () => {
  test('resolves to what came of it', async () => {
    const ui = recordingUi({ form: () => ({ name: 'db', restart: 'always' }) });
    assert.equal(await ui.form(form), 'db always');
    assert.equal(ui.forms[0]?.preview, 'docker run --name web');
  });

  test('refuses what the page refuses', async () => {
    await assert.rejects(recordingUi({ form: () => ({ name: '' }) }).form(form), {
      message: 'Name is needed.',
    });
  });

  test('comes again with the error of a failed submission, all values kept', async () => {
    const ui = recordingUi({ form: ({ error }) => (error === undefined ? { name: 'db' } : undefined) });
    const failing = { ...form, run: () => Promise.reject(new Error('The name is in use.')) };
    assert.equal(await ui.form(failing), undefined);
    assert.deepEqual(
      ui.forms.map(({ values, error }) => [values.name, error instanceof Error ? error.message : error]),
      [
        ['web', undefined],
        ['db', 'The name is in use.'],
      ],
    );
  });
});

function declared<const F extends Fields, R>(given: Form<F, R>): Form<F, R> {
  return given;
}
