import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { imageSizes } from '../../src/engine/images/imageSizes.ts';
import { listBuildCache } from '../../src/engine/usage/buildCache.ts';
import { diskUsage } from '../../src/engine/usage/diskUsage.ts';
import { volumeSizes } from '../../src/engine/volumes/pruneVolumes.ts';
import { engineCall } from '../support/engineRequest.ts';
import { needsWorld } from '../support/inWorld.ts';
import { type OwnEngine, startOwnEngine } from './support/ownEngine.ts';

describe('what an engine measures', { ...needsWorld, timeout: 120_000 }, () => {
  let own: OwnEngine;
  before(async () => {
    own = await startOwnEngine();
  });
  after(() => own?.[Symbol.asyncDispose]());

  test('is had by all who ask at the same time', async () => {
    const asked = Array.from({ length: 15 }, () => [
      diskUsage(own.engine),
      listBuildCache(own.engine),
      volumeSizes(own.engine),
      imageSizes(own.engine),
    ]).flat();
    await Promise.all(asked);
  });

  test('is of an image what it has for itself, and what it shares', async () => {
    const { Id: id } = (await engineCall(own.socketPath, 'POST', '/containers/create', {
      Image: 'busybox',
      Cmd: ['dd', 'if=/dev/zero', 'of=/written', 'bs=1000', 'count=700'],
    })) as { readonly Id: string };
    await engineCall(own.socketPath, 'POST', `/containers/${id}/start`);
    await engineCall(own.socketPath, 'POST', `/containers/${id}/wait`);
    const { Id: derived } = (await engineCall(
      own.socketPath,
      'POST',
      `/commit?container=${id}&repo=derived`,
    )) as { readonly Id: string };
    const { Id: base } = (await engineCall(own.socketPath, 'GET', '/images/busybox/json')) as {
      readonly Id: string;
    };
    const sizes = await imageSizes(own.engine);
    assert.equal(sizes.get(derived)?.uniqueBytes, 700_000);
    assert.equal(sizes.get(base)?.uniqueBytes, 0);
    assert.equal(sizes.get(derived)?.bytes, (sizes.get(base)?.bytes ?? 0) + 700_000);
    await engineCall(own.socketPath, 'DELETE', `/containers/${id}`);
  });
});
