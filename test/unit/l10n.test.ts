import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundle, uncollected } from '../../scripts/l10n.ts';

describe('the texts in code', () => {
  test('are those that translations start from', async () => {
    const { is, wanted } = await bundle();
    assert.equal(is, wanted, 'run npm run l10n');
  });

  test('are literals, so that they can be collected', () => {
    assert.deepEqual(uncollected(), []);
  });
});
