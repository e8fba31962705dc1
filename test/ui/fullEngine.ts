import { engineCall } from '../support/engineRequest.ts';
import { defaultSocket } from '../support/inWorld.ts';

/** Fills the engine with some of everything, by its API; `after` hears how each is removed. It needs busybox. */
export async function fillEngine(after: (clean: () => Promise<unknown>) => void): Promise<void> {
  const call = (method: 'POST' | 'DELETE', path: string, body?: object) =>
    engineCall(defaultSocket, method, path, body);
  const project = { 'com.docker.compose.project': 'shop' };
  const addresses = { ListenAddr: '127.0.0.1:2377', AdvertiseAddr: '127.0.0.1' };
  await call('POST', '/swarm/init', addresses);
  after(() => call('POST', '/swarm/leave?force=1'));
  for (const [Name, more] of Object.entries({
    shop_default: { Labels: project },
    backstage: { Internal: true, IPAM: { Config: [{ Subnet: '10.80.0.0/24' }] } },
  })) {
    await call('POST', '/networks/create', { Name, ...more });
    after(() => call('DELETE', `/networks/${Name}`));
  }
  for (const [Name, Labels] of Object.entries({ shop_data: project, notes: {} })) {
    await call('POST', '/volumes/create', { Name, Labels });
    after(() => call('DELETE', `/volumes/${Name}?force=1`));
  }
  for (const tag of ['1.0.0', '1.1.0']) {
    await call('POST', `/images/busybox/tag?repo=registry.example/shop/web&tag=${tag}`);
    after(() => call('DELETE', `/images/registry.example/shop/web:${tag}`));
  }
  const containers: readonly (readonly [name: string, more: object, HostConfig: object])[] = [
    [
      'shop-web-1',
      {
        Image: 'registry.example/shop/web:1.1.0',
        Labels: {
          ...project,
          'com.docker.compose.service': 'web',
          'com.docker.compose.depends_on': 'db:service_healthy:false',
        },
        ExposedPorts: { '80/tcp': {}, '9000/tcp': {} },
        Healthcheck: { Test: ['CMD', 'true'], Interval: 1_000_000_000 },
      },
      {
        NetworkMode: 'shop_default',
        PortBindings: { '80/tcp': [{ HostPort: '8080' }] },
        Binds: ['/tmp:/srv:ro'],
      },
    ],
    [
      'shop-db-1',
      { Labels: { ...project, 'com.docker.compose.service': 'db' } },
      { NetworkMode: 'shop_default', Binds: ['shop_data:/var/lib/data'] },
    ],
    ['failed', { Cmd: ['sh', '-c', 'exit 3'] }, { Binds: ['notes:/notes'] }],
    ['quiet', {}, { NetworkMode: 'backstage' }],
  ];
  for (const [name, more, HostConfig] of containers) {
    await call('POST', `/containers/create?name=${name}`, {
      Image: 'busybox',
      Cmd: ['sleep', '1000000'],
      StopSignal: 'SIGKILL',
      ...more,
      HostConfig,
    });
    after(() => call('DELETE', `/containers/${name}?force=1&v=1`));
    await call('POST', `/containers/${name}/start`);
  }
  await call('POST', '/containers/quiet/pause');
}
