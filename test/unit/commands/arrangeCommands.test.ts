import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HostCommand } from '../../../src/commands/command.ts';
import { containerDescribe } from '../../../src/commands/containerDescribe.ts';
import { containerGroupBy } from '../../../src/commands/containerGroupBy.ts';
import { containerLabel } from '../../../src/commands/containerLabel.ts';
import { containerSortBy } from '../../../src/commands/containerSortBy.ts';
import { containerUsageHide } from '../../../src/commands/containerUsageHide.ts';
import { containerUsageShow } from '../../../src/commands/containerUsageShow.ts';
import { imageDanglingHide } from '../../../src/commands/imageDanglingHide.ts';
import { imageDanglingShow } from '../../../src/commands/imageDanglingShow.ts';
import { imageGroupBy } from '../../../src/commands/imageGroupBy.ts';
import { networkBuiltinHide } from '../../../src/commands/networkBuiltinHide.ts';
import { networkBuiltinShow } from '../../../src/commands/networkBuiltinShow.ts';
import { networkGroupBy } from '../../../src/commands/networkGroupBy.ts';
import type { Preferences } from '../../../src/commands/preferences.ts';
import { volumeGroupBy } from '../../../src/commands/volumeGroupBy.ts';
import { type SettingName, type Settings, settingsTable } from '../../../src/settings.ts';
import { commandContext } from '../../support/commandContext.ts';
import { type Answers, recordingUi } from '../../support/recordingUi.ts';

/** What a command sets, and what it is set to. */
async function settingsSetBy(
  command: HostCommand,
  answers: Answers,
  settings: Partial<Settings> = {},
): Promise<readonly (readonly [SettingName, unknown])[]> {
  const set: [SettingName, unknown][] = [];
  const preferences: Preferences = {
    async setSetting(name, value) {
      set.push([name, value]);
    },
    filter: () => ({}),
    async setFilter() {
      throw new Error('No filter is to be set.');
    },
  };
  await command.run(commandContext({ ui: recordingUi(answers), preferences, settings }));
  return set;
}

describe('the commands that arrange views', () => {
  const ofOne = [
    [containerGroupBy, 'gantry.containers.groupBy'],
    [containerSortBy, 'gantry.containers.sortBy'],
    [containerLabel, 'gantry.containers.label'],
    [imageGroupBy, 'gantry.images.groupBy'],
    [networkGroupBy, 'gantry.networks.groupBy'],
    [volumeGroupBy, 'gantry.volumes.groupBy'],
  ] as const;

  for (const [command, name] of ofOne) {
    test(`${command.title} offers each value, marks the one that is, and sets another`, async () => {
      const values = Object.keys(settingsTable[name].values);
      const is = settingsTable[name].default;
      const other = values.find((value) => value !== is);
      assert.ok(other);
      const set = await settingsSetBy(command, {
        pick(choices) {
          assert.deepEqual(
            choices.map(({ label }) => label),
            values,
          );
          assert.deepEqual(
            choices.filter(({ icon }) => icon === 'check').map(({ label }) => label),
            [is],
          );
          return other;
        },
      });
      assert.deepEqual(set, [[name, other]]);
      assert.deepEqual(await settingsSetBy(command, { pick: () => is }), []);
      assert.deepEqual(await settingsSetBy(command, { pick: () => undefined }), []);
    });
  }

  test('the parts of a description keep their order, and further ones follow', async () => {
    const settings = { 'gantry.containers.description': ['ports', 'state'] } as const;
    const set = await settingsSetBy(
      containerDescribe,
      {
        pickMany(choices) {
          assert.deepEqual(
            choices.filter(({ picked }) => picked).map(({ label }) => label),
            ['ports', 'state'],
          );
          return ['id', 'state', 'ports'];
        },
      },
      settings,
    );
    assert.deepEqual(set, [['gantry.containers.description', ['ports', 'state', 'id']]]);
    assert.deepEqual(await settingsSetBy(containerDescribe, { pickMany: () => undefined }), []);
  });

  test('what is shown or hidden has a command for each', async () => {
    const switches = [
      [containerUsageShow, 'gantry.containers.usage', true],
      [containerUsageHide, 'gantry.containers.usage', false],
      [imageDanglingShow, 'gantry.images.showDangling', true],
      [imageDanglingHide, 'gantry.images.showDangling', false],
      [networkBuiltinShow, 'gantry.networks.showBuiltin', true],
      [networkBuiltinHide, 'gantry.networks.showBuiltin', false],
    ] as const;
    for (const [command, name, value] of switches) {
      assert.deepEqual(await settingsSetBy(command, {}), [[name, value]]);
    }
  });
});
