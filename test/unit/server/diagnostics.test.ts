import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClientCapabilities } from 'vscode-languageserver/node';
import type { Rule } from '../../../language-server/lint/rule.ts';
import { able, connectTo } from '../../server/client.ts';
import { recording, shout } from './shout.ts';

const pushOnly: ClientCapabilities = {};
const file = { uri: 'file:///a.shout', languageId: 'shout' };
const { uri } = file;

test('a pull answers each text once', async () => {
  await using client = await connectTo([shout()]);
  const { pull, change } = await client.open('hey!', file);
  const first = await pull();
  assert(first.kind === 'full' && first.resultId !== undefined);
  assert.deepEqual(first.items, [
    {
      range: { start: { line: 0, character: 3 }, end: { line: 0, character: 4 } },
      severity: 1,
      code: 'Loud',
      source: 'gantry',
      message: 'Too loud.',
    },
  ]);
  assert.deepEqual(await pull(first.resultId), { kind: 'unchanged', resultId: first.resultId });
  await change({ text: 'hey' });
  const second = await pull(first.resultId);
  assert(second.kind === 'full');
  assert.deepEqual(second.items, []);
});

test('a text is searched once, however often its findings are asked for', async () => {
  let runs = 0;
  const counted: Rule<string> = {
    id: 'Counted',
    severity: 'hint',
    docs: '',
    bad: [],
    good: [],
    check() {
      runs++;
      return [];
    },
  };
  await using client = await connectTo([shout({ rules: [counted] })]);
  const { pull, change } = await client.open('a', file);
  await pull();
  await pull();
  assert.equal(runs, 1);
  await change({ text: 'b' });
  await pull();
  assert.equal(runs, 2);
});

test('a pull for a text that has changed meanwhile is not worked on', async () => {
  const parsed: string[] = [];
  await using client = await connectTo([recording(parsed)]);
  const { pull, change } = await client.open('a', file);
  const answers = [pull()];
  for (const text of ['ab', 'abc', 'abcd']) {
    await change({ text });
    answers.push(pull());
  }
  const settled = await Promise.allSettled(answers);
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['rejected', 'rejected', 'rejected', 'fulfilled'],
  );
  const [outdated] = settled;
  assert(outdated?.status === 'rejected');
  assert.equal(outdated.reason.code, -32802);
  assert.deepEqual(outdated.reason.data, { retriggerRequest: true });
  assert.deepEqual(parsed, ['abcd']);
});

test('diagnostics are pushed to a client that can’t pull: of the last text only, and none once it is closed', async () => {
  const parsed: string[] = [];
  await using client = await connectTo([recording(parsed)], {
    capabilities: pushOnly,
  });
  const { change, close } = await client.open('a', file);
  const sent = Promise.all(['a!', 'a!!', 'a!!!'].map((text) => change({ text })));
  const last = await client.pushed(uri);
  await sent;
  assert.equal(last.version, 4);
  assert.equal(last.diagnostics.length, 3);
  assert.deepEqual(parsed, ['a!!!']);
  await close();
  assert.deepEqual(await client.pushed(uri), { uri, diagnostics: [] });
});

test('nothing is pushed to a client that pulls', async () => {
  await using client = await connectTo([shout()]);
  let pushes = 0;
  client.connection.onNotification('textDocument/publishDiagnostics', () => void pushes++);
  const { change, diagnostics } = await client.open('a!', file);
  await change({ text: 'b!' });
  await diagnostics();
  assert.equal(pushes, 0);
});

test('a flood of findings is cut to the gravest, and says so', async () => {
  const whisper: Rule<string> = {
    id: 'Whisper',
    severity: 'hint',
    docs: '',
    bad: [],
    good: [],
    *check(text) {
      for (let start = 0; start < text.length; start++)
        yield { span: { start, end: start + 1 }, message: 'x' };
    },
  };
  await using client = await connectTo([shout({ rules: [whisper] })]);
  const { diagnostics } = await client.open('!'.repeat(900), file);
  const found = await diagnostics();
  assert.equal(found.length, 1001);
  assert.equal(found.filter(({ code }) => code === 'Loud').length, 900);
  assert.equal(found.at(-1)?.message, '800 more findings are not shown. Fix some of these to see them.');
});

test('a rule that throws is logged and costs only its own findings', async () => {
  const broken: Rule<string> = {
    id: 'Broken',
    severity: 'error',
    docs: '',
    bad: [],
    good: [],
    check() {
      throw new Error('rule is broken');
    },
  };
  for (const capabilities of [able, pushOnly]) {
    await using client = await connectTo([shout({ rules: [broken] })], { capabilities });
    const { diagnostics } = await client.open('!', file);
    const found = capabilities === able ? await diagnostics() : (await client.pushed(uri)).diagnostics;
    assert.deepEqual(
      found.map(({ code }) => code),
      ['Loud'],
    );
    await client.logged('rule is broken');
  }
});
