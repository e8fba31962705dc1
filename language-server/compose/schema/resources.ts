import { common, driverOptions } from './common.ts';
import { boolean, list, map, names, nothing, oneOf, path, type Shape, suggested, text } from './shape.ts';

/** An entry of the top-level `networks`. */
export const network: Shape = oneOf(
  map('a network', {
    ...common('network'),
    driver: {
      doc: 'The driver; `bridge`, or `overlay` in a swarm, unless given.',
      rank: 1,
      shape: suggested({
        bridge: 'A network on one host: the default.',
        overlay: 'A network across the nodes of a swarm.',
        host: 'The host’s own network.',
        none: 'No network.',
        macvlan: 'Containers with MAC addresses in the host’s network.',
        ipvlan: 'Containers with IP addresses in the host’s network.',
      }),
    },
    driver_opts: { doc: 'Options that the driver understands.', shape: driverOptions },
    attachable: { doc: 'Whether containers outside the swarm’s services may join.', shape: boolean },
    enable_ipv4: {
      doc: 'Whether addresses of IPv4 are given.',
      shape: boolean,
      since: '2.33.1',
      swarm: 'rejected',
    },
    enable_ipv6: { doc: 'Whether addresses of IPv6 are given.', shape: boolean, swarm: 'rejected' },
    internal: { doc: 'Whether the network has no way out.', shape: boolean, rank: 2 },
    ipam: {
      doc: 'Which addresses are given.',
      rank: 2,
      snippet: '\n  config:\n    - subnet: ${1:172.28.0.0/16}',
      shape: map('address management', {
        driver: { doc: 'The driver that gives addresses; `default` unless given.', shape: text() },
        config: {
          doc: 'Ranges of addresses.',
          shape: list(
            map('a range of addresses', {
              subnet: { doc: 'The subnet as `address/bits`.', shape: text({ grammar: 'cidr' }), rank: 1 },
              ip_range: {
                doc: 'The part of the subnet that containers get addresses from.',
                shape: text({ grammar: 'cidr' }),
                swarm: 'rejected',
              },
              gateway: {
                doc: 'The address of the gateway.',
                shape: text({ grammar: 'address' }),
                swarm: 'rejected',
              },
              aux_addresses: {
                doc: 'Addresses by host name that the driver must not give away.',
                shape: names('host', text({ grammar: 'address' })),
                swarm: 'rejected',
              },
            }),
          ),
        },
        options: { doc: 'Options that the driver understands.', shape: names('option', text()) },
      }),
    },
  }),
  nothing,
);

/** An entry of the top-level `volumes`. */
export const volume: Shape = oneOf(
  map('a volume', {
    ...common('volume'),
    driver: {
      doc: 'The volume driver; `local` unless given.',
      shape: suggested({ local: 'Files on the engine’s host: the default.' }),
      rank: 1,
    },
    driver_opts: {
      doc: 'Options that the driver understands, such as `type`, `o` and `device`.',
      shape: driverOptions,
      rank: 2,
    },
  }),
  nothing,
);

/** An entry of the top-level `secrets`. */
export const secret: Shape = map('a secret', {
  ...common('secret'),
  file: { doc: 'The file that has the value, relative to this one.', shape: path('file'), rank: 1 },
  environment: {
    doc: 'The environment variable of the host that has the value.',
    shape: text(),
    rank: 1,
    swarm: 'rejected',
  },
  driver: { doc: 'The swarm’s driver that supplies the value.', shape: text() },
  driver_opts: { doc: 'Options that the driver understands.', shape: driverOptions },
  template_driver: {
    doc: 'The driver that fills in the value as a template, such as `golang`.',
    shape: text(),
  },
});

/** An entry of the top-level `configs`. */
export const config: Shape = map('a config', {
  ...common('config'),
  file: { doc: 'The file that has the value, relative to this one.', shape: path('file'), rank: 1 },
  content: {
    doc: 'The value itself; variables in it are replaced.',
    shape: text(),
    rank: 1,
    since: '2.23.1',
    swarm: 'rejected',
    snippet: ' |\n  $0',
  },
  environment: {
    doc: 'The environment variable of the host that has the value.',
    shape: text(),
    since: '2.23.1',
    swarm: 'rejected',
  },
  template_driver: {
    doc: 'The driver that fills in the value as a template, such as `golang`.',
    shape: text(),
  },
});
