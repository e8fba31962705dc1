import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Change } from '../../../src/engine/change.ts';
import { EngineError } from '../../../src/engine/errors.ts';
import { LiveText } from '../../../src/vscode/liveText.ts';
import { container, plainInventory } from '../../support/plainInventory.ts';

describe('a live document', () => {
  test('is read again when its object changes, and for no other', async () => {
    const { text, change, changes, answer } = await opened();
    answer({ b: 1, a: 2 });
    change({ changed: [container({ id: 'other' })] });
    assert.match(text.text, /"a": 1/);
    const told = changes();
    change({ changed: [container({ id: 'it' })] });
    await told;
    assert.equal(text.text, '{\n  "a": 2,\n  "b": 1\n}\n');
  });

  test('is read once it is seen, when nobody saw it', async () => {
    const { text, change, changes, answer, see } = await opened();
    see(false);
    answer({ a: 2 });
    change({ changed: [container({ id: 'it' })] });
    assert.match(text.text, /"a": 1/);
    const told = changes();
    text.seen();
    await told;
    assert.match(text.text, /"a": 2/);
  });

  test('keeps its last text when the object is gone, and says so', async () => {
    const { text, change, changes } = await opened();
    const told = changes();
    change({ removed: ['it'] });
    await told;
    assert.equal(text.gone, true);
    assert.match(text.text, /"a": 1/);
  });

  test('takes “no such object” for the end of it, and another failure for nothing', async () => {
    const { text, change, changes, fail, failures } = await opened();
    fail(new EngineError('disconnected', 'gone'));
    change({ changed: [container({ id: 'it' })] });
    await failures();
    assert.equal(text.gone, false);
    fail(new EngineError('refused', 'no such container', { status: 404 }));
    const told = changes();
    change({ changed: [container({ id: 'it' })] });
    await told;
    assert.deepEqual([text.gone, text.text.includes('"a": 1')], [true, true]);
  });
});

async function opened() {
  const listeners: ((change: Change) => void)[] = [];
  let visible = true;
  let value: () => Promise<unknown> = async () => ({ a: 1 });
  let changed = Promise.withResolvers<void>();
  let failed = Promise.withResolvers<void>();
  const inventory = {
    ...plainInventory(),
    onDidChange(listener: (change: Change) => void) {
      listeners.push(listener);
      return { [Symbol.dispose]() {} };
    },
  };
  const document = {
    title: 'it',
    key: 'it',
    about: { kind: 'container', id: 'it' } as const,
    read: () => value(),
  };
  const text = new LiveText(inventory, document, {
    visible: () => visible,
    onDidChange: () => changed.resolve(),
    failed: () => failed.resolve(),
  });
  await text.read();
  return {
    text,
    change(change: Partial<Change<'container'>>) {
      for (const listener of listeners)
        listener({ kind: 'container', added: [], changed: [], removed: [], ...change });
    },
    /** Settles at the next change of the text. */
    changes() {
      changed = Promise.withResolvers();
      return changed.promise;
    },
    failures: () => failed.promise,
    answer(next: unknown) {
      value = async () => next;
    },
    fail(error: unknown) {
      failed = Promise.withResolvers();
      value = () => Promise.reject(error);
    },
    see(now: boolean) {
      visible = now;
    },
  };
}
