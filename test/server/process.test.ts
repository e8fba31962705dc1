import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  HoverRequest,
  IPCMessageReader,
  IPCMessageWriter,
} from 'vscode-languageserver/node';
import manifest from '../../package.json' with { type: 'json' };
import { connect, handshake, spawnServer } from './client.ts';

test('--version and --help answer and end', async () => {
  await using version = spawnServer({ flags: ['--version'] });
  await using help = spawnServer({ flags: ['--help', '--stdio'] });
  // Read while they run: what a process leaves unread at its end is thrown away.
  const [first, second] = await Promise.all([text(version.output), text(help.output)]);
  assert.equal(first, `${manifest.version}\n`);
  assert.match(second, /Usage: gantry-language-server --stdio/);
  assert.deepEqual(await Promise.all([version.exited, help.exited]), [0, 0]);
});

test('without a transport it says so, on the standard error, and fails', async () => {
  for (const [flags, words] of [
    [[], /neither --stdio nor --node-ipc is given[\s\S]*Usage/],
    [['--socket=1'], /neither --stdio nor --node-ipc is given[\s\S]*Usage/],
    [['--node-ipc'], /needs a Node\.js parent process/],
  ] as const) {
    await using server = spawnServer({ flags });
    const [errors, output] = await Promise.all([text(server.errors), text(server.output)]);
    assert.match(errors, words);
    assert.equal(output, '');
    assert.equal(await server.exited, 1);
  }
});

test('exit after shutdown is success, without it failure', async () => {
  await using orderly = await connect();
  await orderly.connection.sendRequest('shutdown');
  await orderly.connection.sendNotification('exit');
  assert.equal(await orderly.exited, 0);
  await using abrupt = await connect();
  await abrupt.connection.sendNotification('exit');
  assert.equal(await abrupt.exited, 1);
});

test('it ends when its input ends', async () => {
  await using client = await connect();
  client.input.end();
  assert.equal(await client.exited, 1);
});

test('it ends when its output is closed', async () => {
  await using client = await connect();
  client.output.destroy();
  await once(client.output, 'close');
  for (const id of [10, 11]) send(client.input, { jsonrpc: '2.0', id, method: 'no/such' });
  assert.equal(await client.exited, 1);
});

test('over a Node channel it serves, and ends with the channel', async () => {
  await using server = spawnServer({ flags: ['--node-ipc'], ipc: true });
  const connection = createProtocolConnection(
    new IPCMessageReader(server.process),
    new IPCMessageWriter(server.process),
  );
  const { initialized } = await handshake(connection, {});
  assert.equal(initialized.serverInfo?.version, manifest.version);
  server.process.disconnect();
  assert.equal(await server.exited, 1);
});

test('what fails where nobody waits for it is logged, and the server lives on', async () => {
  const main = fileURLToPath(new URL('brokenServer.ts', import.meta.url));
  await using client = await connect({ main });
  const { at } = await client.open('a', { uri: 'file:///a.shout', languageId: 'shout' });
  const hover = () => client.connection.sendRequest(HoverRequest.type, at({ line: 0, character: 0 }));
  assert.notEqual(await hover(), null);
  await Promise.all([client.logged('thrown out of nowhere'), client.logged('rejected by nobody')]);
  assert.notEqual(await hover(), null);
});

test('messages that are none are passed over', async () => {
  await using client = await connect();
  client.input.write('Content-Length: 5\r\n\r\nhello');
  for (const message of [7, null, [], { jsonrpc: '2.0', method: '$/cancelRequest' }, { id: 1 }]) {
    send(client.input, message);
  }
  await assert.rejects(client.connection.sendRequest('no/such'), { code: -32601 });
});

function send(input: Writable, message: unknown): void {
  const body = JSON.stringify(message);
  input.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
