import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerEveryWorkspace } from '../../../src/commands/containerEveryWorkspace.ts';
import { containerFilter } from '../../../src/commands/containerFilter.ts';
import { containerFilterClear } from '../../../src/commands/containerFilterClear.ts';
import { containerRunningOnly } from '../../../src/commands/containerRunningOnly.ts';
import { containerStoppedToo } from '../../../src/commands/containerStoppedToo.ts';
import { containerWorkspaceOnly } from '../../../src/commands/containerWorkspaceOnly.ts';
import type { Filter } from '../../../src/commands/filter.ts';
import { imageFilter } from '../../../src/commands/imageFilter.ts';
import type { Preferences } from '../../../src/commands/preferences.ts';
import { describeFilter, isFiltering, matches } from '../../../src/views/filter.ts';
import { commandContext } from '../../support/commandContext.ts';
import { recordingUi } from '../../support/recordingUi.ts';

/** Preferences that hold filters, and nothing else. */
function filters(given: Readonly<Record<string, Filter>> = {}) {
  const held = new Map(Object.entries(given));
  const preferences: Preferences = {
    async setSetting() {
      throw new Error('No setting is to be set.');
    },
    filter: (view) => held.get(view) ?? {},
    async setFilter(view, filter) {
      held.set(view, filter);
    },
  };
  return { held, preferences };
}

describe('the filter commands', () => {
  test('switch one part and leave the others', async () => {
    const { held, preferences } = filters({ 'gantry.containers': { text: 'web' } });
    const is = () => held.get('gantry.containers');
    const context = commandContext({ ui: recordingUi(), preferences });
    await containerRunningOnly.run(context);
    assert.deepEqual(is(), { text: 'web', runningOnly: true });
    await containerWorkspaceOnly.run(context);
    assert.deepEqual(is(), { text: 'web', runningOnly: true, workspaceOnly: true });
    await containerStoppedToo.run(context);
    assert.deepEqual(is(), { text: 'web', runningOnly: false, workspaceOnly: true });
    await containerEveryWorkspace.run(context);
    assert.deepEqual(is(), { text: 'web', runningOnly: false, workspaceOnly: false });
    const ui = recordingUi({ input: ({ value }) => `${value}-1` });
    await containerRunningOnly.run(context);
    await containerFilter.run(commandContext({ ui, preferences }));
    assert.deepEqual(is(), { text: 'web-1', runningOnly: true, workspaceOnly: false });
  });

  test('ask for the text, keep it when dismissed, and clear it when it is empty', async () => {
    const { held, preferences } = filters({ 'gantry.images': { text: 'old' } });
    await imageFilter.run(commandContext({ ui: recordingUi({ input: () => undefined }), preferences }));
    assert.deepEqual(held.get('gantry.images'), { text: 'old' });
    await imageFilter.run(commandContext({ ui: recordingUi({ input: () => ' new ' }), preferences }));
    assert.deepEqual(held.get('gantry.images'), { text: 'new' });
    await imageFilter.run(commandContext({ ui: recordingUi({ input: () => '  ' }), preferences }));
    assert.deepEqual(held.get('gantry.images'), {});
  });

  test('show everything again', async () => {
    const { held, preferences } = filters({ 'gantry.containers': { text: 'web', workspaceOnly: true } });
    await containerFilterClear.run(commandContext({ ui: recordingUi({}), preferences }));
    assert.equal(isFiltering(held.get('gantry.containers') ?? {}), false);
  });
});

describe('a filter', () => {
  const found = (text: string) =>
    matches({ text }, () => ({
      words: ['shop-web-1', 'nginx:1.27', 'team=Blue'],
      id: 'sha256:abcdef012345',
    }));

  test('wants all words, in any case, and none of those with a dash before them', () => {
    assert.deepEqual(['web NGINX', 'blue', 'web redis', 'web -nginx', '-redis'].map(found), [
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test('finds an id by four of its first digits, not by fewer, nor by others', () => {
    assert.deepEqual(['abcd', 'sha256:abcd', 'abc', 'def0'].map(found), [true, true, false, false]);
  });

  test('is told in the view’s description', () => {
    assert.equal(describeFilter({ text: ' web ', runningOnly: true }), '“web” · running only');
    assert.equal(describeFilter({ text: '  ', runningOnly: false }), undefined);
  });
});
