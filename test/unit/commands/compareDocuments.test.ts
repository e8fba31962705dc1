import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareDocuments } from '../../../src/commands/compareDocuments.ts';
import { recordingUi } from '../../support/recordingUi.ts';

describe('Compare With…', () => {
  const compare = (ids: readonly string[], others: readonly string[], answer?: string) => {
    const ui = recordingUi({ pick: () => answer });
    const compared = compareDocuments(ui, {
      title: 'Compare',
      chosen: ids.map((id) => ({ id })),
      others: others.map((id) => ({ label: id, value: { id } })),
      document: ({ id }) => ({ title: id, key: id, read: async () => ({ id }) }),
    });
    return compared.then(() => ui);
  };
  const titles = ({ compared }: Awaited<ReturnType<typeof compare>>) =>
    compared.map((pair) => pair.map(({ title }) => title));

  test('takes the two that are selected', async () => {
    assert.deepEqual(titles(await compare(['a', 'b'], ['c'])), [['a', 'b']]);
  });

  test('asks for the other of one, and does nothing when dismissed', async () => {
    assert.deepEqual(titles(await compare(['a'], ['b', 'c'], 'c')), [['a', 'c']]);
    assert.deepEqual(titles(await compare(['a'], ['b', 'c'])), []);
  });

  test('says what is missing, and what is too much', async () => {
    assert.deepEqual((await compare(['a'], [])).said, ['There is no other to compare it with.']);
    await assert.rejects(compare(['a', 'b', 'c'], []), /Two can be compared/);
  });
});
