import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forEachObject } from '../../../src/commands/forEachObject.ts';
import { EngineError } from '../../../src/engine/errors.ts';
import { commandContext } from '../../support/commandContext.ts';
import { container } from '../../support/plainInventory.ts';
import { recordingUi } from '../../support/recordingUi.ts';

const containers = ['a', 'b', 'c'].map((name) => container({ name }));
const refusal = (words: string) => new EngineError('refused', words, { status: 409 });

describe('forEachObject', () => {
  test('works on all at a time', async () => {
    const ui = recordingUi();
    const begun = Promise.withResolvers<void>();
    let waiting = 0;
    await forEachObject(containers, commandContext({ ui }), 'Stopping', async () => {
      waiting++;
      if (waiting === containers.length) begun.resolve();
      await begun.promise;
    });
    assert.deepEqual(ui.titles, ['Stopping']);
  });

  test('works on no more than some at a time, and on every one', async () => {
    let now = 0;
    let most = 0;
    const seen = new Set<string>();
    const many = Array.from({ length: 100 }, (_, i) => container({ name: `c${i}` }));
    await forEachObject(many, commandContext({ ui: recordingUi() }), 'x', async ({ name }) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      seen.add(name);
      now--;
    });
    assert.equal(seen.size, 100);
    assert.equal(most, 16);
  });

  test('goes on after a failure, and names each object with the engine’s words', async () => {
    const done: string[] = [];
    const running = forEachObject(
      containers,
      commandContext({ ui: recordingUi() }),
      'x',
      async ({ name }) => {
        if (name !== 'b') throw refusal(`no, says the engine to ${name}`);
        done.push(name);
      },
    );
    await assert.rejects(running, {
      message: '2 of 3. a: No, says the engine to a. c: No, says the engine to c.',
    });
    assert.deepEqual(done, ['b']);
  });

  test('says alike reasons once', async () => {
    const running = forEachObject(containers, commandContext({ ui: recordingUi() }), 'x', async () => {
      throw refusal('driver failed');
    });
    await assert.rejects(running, { message: '3 of 3. a, b and c: Driver failed.' });
  });

  test('leaves the count away for one object', async () => {
    const running = forEachObject(
      containers.slice(0, 1),
      commandContext({ ui: recordingUi() }),
      'x',
      async () => {
        throw refusal('driver failed');
      },
    );
    await assert.rejects(running, { message: 'a: Driver failed.' });
  });

  test('throws a broken connection as it is', async () => {
    const error = new EngineError('disconnected', 'gone');
    const running = forEachObject(containers, commandContext({ ui: recordingUi() }), 'x', () =>
      Promise.reject(error),
    );
    await assert.rejects(running, (thrown) => thrown === error);
  });

  test('starts no further one once it is cancelled, and ends as cancelled', async () => {
    const cancel = new AbortController();
    const seen: string[] = [];
    const ui = recordingUi({ cancel: cancel.signal });
    const many = Array.from({ length: 40 }, (_, i) => container({ name: `c${i}` }));
    const running = forEachObject(many, commandContext({ ui }), 'x', async ({ name }, signal) => {
      seen.push(name);
      cancel.abort();
      assert.equal(signal.aborted, true);
      throw new EngineError('aborted', 'ended');
    });
    await assert.rejects(running, (thrown) => thrown instanceof EngineError && thrown.code === 'aborted');
    assert.deepEqual(seen, ['c0']);
  });
});
