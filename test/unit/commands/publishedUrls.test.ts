import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedUrls } from '../../../src/commands/publishedUrls.ts';
import type { Endpoint } from '../../../src/transport/endpoint.ts';

function urlOf(ip: string | undefined, endpoint: Endpoint | undefined): string | undefined {
  const port = {
    privatePort: 80,
    protocol: 'tcp',
    publicPort: 8080,
    ...(ip === undefined ? {} : { ip }),
  } as const;
  return publishedUrls([port], endpoint)[0]?.url;
}

const socket: Endpoint = { kind: 'socket', path: '/x' };
const remote: Endpoint = { kind: 'tls', host: '2001:db8::1', port: 2376 };

test('publishedUrls goes where the engine is', () => {
  assert.equal(urlOf('0.0.0.0', socket), 'http://localhost:8080');
  assert.equal(urlOf('127.0.0.1', socket), 'http://localhost:8080');
  assert.equal(urlOf(undefined, undefined), 'http://localhost:8080');
  assert.equal(urlOf('192.168.1.5', socket), 'http://192.168.1.5:8080');
  assert.equal(urlOf('::', remote), 'http://[2001:db8::1]:8080');
  const ssh = (destination: string) => urlOf('', { kind: 'ssh', destination });
  assert.equal(ssh('me@build.example.com:2222'), 'http://build.example.com:8080');
  assert.equal(ssh('alias'), 'http://alias:8080');
  assert.equal(ssh('me@[2001:db8::2]:22'), 'http://[2001:db8::2]:8080');
});

test('publishedUrls leaves out what is not published or not TCP', () => {
  const ports = [
    { privatePort: 80, protocol: 'tcp' },
    { privatePort: 53, protocol: 'udp', publicPort: 53 },
  ] as const;
  assert.deepEqual(publishedUrls(ports, socket), []);
});
