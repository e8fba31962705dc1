import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dockerRunLine } from '../../../src/engine/containers/dockerRunLine.ts';

const image = 'app';

describe('the docker run line', () => {
  test('is short for what has no options', () => {
    assert.equal(dockerRunLine({ image }), 'docker run -d app');
    assert.equal(dockerRunLine({ image }, { start: false }), 'docker create app');
  });

  test('quotes for a shell', () => {
    const env = { GREETING: "it's $5", EMPTY: '' };
    assert.equal(
      dockerRunLine({ image, env, command: ['sh', '-c', 'a && b'] }),
      `docker run -d -e 'GREETING=it'\\''s $5' -e EMPTY= app sh -c 'a && b'`,
    );
  });

  test('has every port with its address, range and protocol', () => {
    const ports = [
      { containerPort: 80, protocol: 'tcp', hostPort: 8080 },
      { containerPort: 81, protocol: 'tcp' },
      { containerPort: 53, protocol: 'udp', hostPort: 5353, hostIp: '127.0.0.1' },
      { containerPort: 90, protocol: 'tcp', hostPort: 9000, hostPortEnd: 9010, hostIp: '::1' },
      { containerPort: 91, protocol: 'tcp', hostIp: '127.0.0.1' },
    ] as const;
    assert.equal(
      dockerRunLine({ image, ports }),
      `docker run -d -p 8080:80 -p 81 -p 127.0.0.1:5353:53/udp -p '[::1]:9000-9010:90' -p 127.0.0.1::91 app`,
    );
  });

  test('has mounts of every kind', () => {
    const mounts = [
      { type: 'bind', source: '/a b', target: '/data', readOnly: true, options: 'z' },
      { type: 'volume', source: 'db', target: '/var/lib/db' },
      { type: 'volume', target: '/scratch' },
      { type: 'tmpfs', target: '/tmp', options: 'size=64m' },
      { type: 'tmpfs', target: '/run' },
    ] as const;
    assert.equal(
      dockerRunLine({ image, mounts }),
      `docker run -d -v '/a b:/data:ro,z' -v db:/var/lib/db -v /scratch --tmpfs /tmp:size=64m --tmpfs /run app`,
    );
  });

  test('has networks: one by flags, several each in a word', () => {
    const first = { name: 'front', aliases: ['web', 'www'], ipv4: '10.0.0.9' };
    assert.equal(
      dockerRunLine({ image, networks: [first] }),
      'docker run -d --network front --network-alias web --network-alias www --ip 10.0.0.9 app',
    );
    assert.equal(
      dockerRunLine({ image, networks: [first, { name: 'back' }] }),
      'docker run -d --network name=front,alias=web,alias=www,ip=10.0.0.9 --network back app',
    );
  });

  test('puts the rest of an entrypoint in front of the command', () => {
    assert.equal(
      dockerRunLine({ image, entrypoint: ['tini', '--'], command: ['app', '-v'] }),
      'docker run -d --entrypoint tini app -- app -v',
    );
    assert.equal(dockerRunLine({ image, entrypoint: [] }), `docker run -d --entrypoint '' app`);
  });

  test('has limits in the units that people write, and all the rest', () => {
    assert.equal(
      dockerRunLine({
        image,
        name: 'web',
        hostname: 'h',
        platform: 'linux/arm64',
        autoRemove: true,
        tty: true,
        stdin: true,
        restart: { name: 'on-failure', retries: 3 },
        cpus: 1.5,
        memory: 512 * 1024 * 1024,
        pids: 100,
        user: '1000:1000',
        workdir: '/srv',
        labels: { a: 'b c' },
        extraHosts: ['db:10.0.0.1'],
        privileged: true,
        capAdd: ['NET_ADMIN'],
        capDrop: ['ALL'],
        init: true,
        readOnly: true,
        further: { config: { StopSignal: 'SIGINT' }, hostConfig: { ShmSize: 1024, Dns: ['1.1.1.1'] } },
      }),
      `docker run -d --name web --hostname h --platform linux/arm64 --rm -it --restart on-failure:3 --cpus 1.5 --memory 512m --pids-limit 100 --user 1000:1000 --workdir /srv --label 'a=b c' --add-host db:10.0.0.1 --privileged --cap-add NET_ADMIN --cap-drop ALL --init --read-only --stop-signal SIGINT --dns 1.1.1.1 --shm-size 1024 app`,
    );
    assert.equal(dockerRunLine({ image, memory: 1500 }), 'docker run -d --memory 1500 app');
    assert.equal(dockerRunLine({ image, stdin: true }), 'docker run -d -i app');
    assert.equal(dockerRunLine({ image, restart: { name: 'always' } }), 'docker run -d --restart always app');
  });
});
