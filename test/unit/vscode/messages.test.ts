import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EngineError } from '../../../src/engine/errors.ts';
import { engineErrorMessage, isCancellation } from '../../../src/vscode/messages.ts';
import { plainLabel, plainText } from '../../../src/vscode/plainText.ts';

const address = 'unix:///var/run/docker.sock';

describe('messages', () => {
  it('end with the engine’s own words, as a sentence', () => {
    const error = new EngineError('refused', 'conflict: the name is in use', { status: 409 });
    assert.equal(
      engineErrorMessage(error, 'Rename', address),
      '“Rename” failed. Conflict: the name is in use.',
    );
  });

  it('say where the engine should be, and what to do', () => {
    const message = engineErrorMessage(new EngineError('no-socket', 'ENOENT'), 'Stop', address);
    assert.match(message ?? '', /unix:\/\/\/var\/run\/docker\.sock\. Start Docker/);
  });

  it('are none for what the person ended', () => {
    assert.equal(engineErrorMessage(new EngineError('aborted', ''), 'Stop', address), undefined);
    const cancelled = new AbortController();
    cancelled.abort();
    assert.equal(isCancellation(cancelled.signal.reason), true);
    assert.equal(isCancellation(new Error('else')), false);
  });

  it('make neither links nor icons of data', () => {
    assert.doesNotMatch(plainText('[Click](command:evil)'), /\]\(/);
    assert.doesNotMatch(plainLabel('$(trash) name'), /\$\(/);
  });
});
