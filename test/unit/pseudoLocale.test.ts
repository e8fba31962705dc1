import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { config } from '@vscode/l10n';
import { bundle } from '../../scripts/l10n.ts';
import { composeDown } from '../../src/commands/composeDown.ts';
import { containerCreate } from '../../src/commands/containerCreate.ts';
import { containerRemove } from '../../src/commands/containerRemove.ts';
import { containerRename } from '../../src/commands/containerRename.ts';
import { views } from '../../src/views/index.ts';
import { tooltipOf } from '../../src/views/sameRow.ts';
import type { Row } from '../../src/views/view.ts';
import { formModel } from '../../src/vscode/formModel.ts';
import { commandContext } from '../support/commandContext.ts';
import { container, image, network, node, plainInventory, volume } from '../support/plainInventory.ts';
import { recordingUi } from '../support/recordingUi.ts';
import { plainEngine, viewOptions } from '../support/viewInput.ts';

const ports = [{ privatePort: 80, protocol: 'tcp', publicPort: 8080 }] as const;
const objects = {
  containers: [
    container({ ports }),
    container({ name: 'db', state: 'exited', exitCode: 1 }),
    container({ name: 'shop-web-1', project: 'shop', service: 'web', state: 'paused' }),
  ],
  images: [image(), image({ id: `sha256:${'1'.repeat(64)}`, tags: [] })],
  networks: [network()],
  volumes: [volume()],
  nodes: [node(), node({ hostname: 'two', role: 'worker', leader: false, reachability: 'unreachable' })],
};
const inventory = plainInventory({ ...objects, swarm: { status: 'active', manager: true } });

/** Names, the engine's own words and units: what no language has words of its own for. */
const data = new Set([
  ...(JSON.stringify(objects).match(/\p{L}+/gu) ?? []),
  ...['UTC', 'kB', 'MB', 'GB', 'https', 'http', 'localhost', 'br', 'hr'],
]);

/** In a language whose every text is in brackets, what stands outside of them and is no data. */
function untranslated(text: string): readonly string[] {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return (left.match(/\p{L}{2,}/gu) ?? [])
    .filter((word) => !data.has(word))
    .map((word) => `${word}: ${text}`);
}

describe('in another language', () => {
  before(async () => {
    const { wanted } = await bundle();
    const texts = Object.keys(JSON.parse(wanted) as object);
    config({ contents: Object.fromEntries(texts.map((text) => [text, `⟦${text}⟧`])) });
  });
  after(() => config({ contents: {} }));

  for (const view of views) {
    if (view.on !== 'engine') continue;
    test(`all that ${view.id} shows is translated`, () => {
      const engine = plainEngine(inventory);
      const rows = view.rows(engine, viewOptions());
      assert.ok(rows.length > 0);
      const texts = [view.summary?.(engine, viewOptions()) ?? '', ...rows.flatMap(textsOf)];
      assert.deepEqual(texts.flatMap(untranslated), []);
    });
  }

  test('so are questions', async () => {
    const ui = recordingUi({ confirm: () => undefined, input: () => undefined });
    const context = commandContext({ ui, inventory });
    await containerRemove.run(objects.containers, context);
    await containerRemove.run(objects.containers.slice(0, 1), context);
    await containerRename.run(objects.containers.slice(0, 1), context);
    await composeDown.run({ uri: 'file:///x', path: '/x', workspaceFolder: '/' }, context);
    const texts = [
      ...ui.questions.flatMap(({ message, detail = '', actions }) => [message, detail, ...actions]),
      ...ui.inputs.flatMap(({ title, prompt = '' }) => [title, prompt]),
    ];
    assert.ok(texts.length > 10);
    assert.deepEqual(texts.flatMap(untranslated), []);
  });

  test('so are forms', async () => {
    const ui = recordingUi({ form: () => undefined });
    await containerCreate.run(commandContext({ ui, inventory }));
    const [shown] = ui.forms;
    assert.ok(shown);
    const { title, fields, sections, submit, texts } = formModel(shown.form);
    const words = [
      ...[title, submit, ...Object.values(texts), ...sections.map((section) => section.title ?? '')],
      ...Object.values(fields).flatMap((field) => [
        ...[field.label, field.help ?? ''],
        ...(field.kind === 'list'
          ? [field.add, ...Object.values(field.columns).map(({ label }) => label)]
          : []),
      ]),
    ];
    assert.ok(words.length > 30);
    assert.deepEqual(words.flatMap(untranslated), []);
  });
});

function textsOf(row: Row): readonly string[] {
  const children = row.children?.() ?? [];
  const below = Array.isArray(children) ? (children as readonly Row[]).flatMap(textsOf) : [];
  const { label, description = '', accessibilityLabel = '' } = row;
  return [label, description, accessibilityLabel, tooltipOf(row) ?? '', ...below];
}
