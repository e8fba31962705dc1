import { driverOptions, extraHosts, grant, textOrTexts } from './common.ts';
import {
  type Attribute,
  list,
  map,
  names,
  nothing,
  numeric,
  oneOf,
  plainNumber,
  suggested,
  text,
  uniqueTexts,
} from './shape.ts';

/** Keys of a service that say what it reaches, and what reaches it. */
export const serviceConnections: Readonly<Record<string, Attribute>> = {
  ports: {
    doc: 'Ports that the host forwards to the container: `[[host address:]host port:]container port[/protocol]`, in quotes, or a map.',
    rank: 1,
    snippet: '\n  - "${1:8080}:${2:80}"',
    shape: list(
      oneOf(
        text({ grammar: 'port' }),
        plainNumber,
        map('a port', {
          target: { doc: 'The port in the container.', shape: numeric(), rank: 1, snippet: ' ${1:80}' },
          published: {
            doc: 'The port, or range, on the host, in quotes; `docker stack deploy` wants a number.',
            shape: oneOf(text({ grammar: 'portRange' }), { kind: 'number', integer: true }),
            rank: 1,
            snippet: ' "${1:8080}"',
          },
          host_ip: {
            doc: 'The address on the host to listen at; all unless given.',
            shape: text({ grammar: 'address' }),
            rank: 2,
            swarm: 'rejected',
          },
          protocol: {
            doc: 'The protocol; `tcp` unless given.',
            shape: suggested({ tcp: 'TCP: the default.', udp: 'UDP.', sctp: 'SCTP.' }),
            rank: 2,
          },
          app_protocol: {
            doc: 'What is spoken on the port, such as `http`.',
            shape: text(),
            since: '2.26.0',
            swarm: 'rejected',
          },
          mode: {
            doc: 'How a swarm publishes it.',
            shape: suggested({
              ingress: 'On every node, balanced: the default.',
              host: 'On the nodes that run a task.',
            }),
            rank: 2,
          },
          name: { doc: 'A name for people.', shape: text(), swarm: 'rejected' },
        }),
      ),
      { unique: true },
    ),
  },
  expose: {
    doc: 'Ports that are noted as open to other services; any port is, so this changes nothing.',
    shape: list(oneOf(text({ grammar: 'expose' }), plainNumber), { unique: true }),
    swarm: 'ignored',
    snippet: '\n  - "${1:80}"',
  },
  networks: {
    doc: 'The networks to join: a list, or a map with addresses and aliases; the project’s `default` unless given.',
    rank: 1,
    snippet: '\n  - $0',
    shape: oneOf(
      list(text({ refers: { to: 'network', part: 'whole' } }), { unique: true }),
      names(
        'network',
        oneOf(
          map('a network of a service', {
            aliases: { doc: 'More host names for the service in this network.', shape: uniqueTexts, rank: 1 },
            ipv4_address: {
              doc: 'A fixed address of IPv4, within the network’s subnet.',
              shape: text({ grammar: 'address' }),
              rank: 1,
              swarm: 'ignored',
            },
            ipv6_address: {
              doc: 'A fixed address of IPv6, within the network’s subnet.',
              shape: text({ grammar: 'address' }),
              rank: 2,
              swarm: 'ignored',
            },
            link_local_ips: { doc: 'Link-local addresses.', shape: uniqueTexts, swarm: 'rejected' },
            mac_address: {
              doc: 'A fixed MAC address in this network.',
              shape: text(),
              since: '2.23.2',
              swarm: 'rejected',
            },
            driver_opts: {
              doc: 'Options that the network’s driver understands.',
              shape: driverOptions,
              since: '2.27.1',
            },
            interface_name: {
              doc: 'The name of the network interface in the container.',
              shape: text(),
              since: '2.36.0',
              swarm: 'rejected',
            },
            priority: {
              doc: 'In which order the networks are joined; the highest first.',
              shape: plainNumber,
              swarm: 'rejected',
            },
            gw_priority: {
              doc: 'Which network is the way out; the highest.',
              shape: plainNumber,
              since: '2.33.1',
              swarm: 'rejected',
            },
          }),
          nothing,
        ),
        { refers: { to: 'network', part: 'whole' } },
      ),
    ),
  },
  network_mode: {
    doc: 'The network namespace, instead of `networks`.',
    swarm: 'ignored',
    rank: 2,
    shape: suggested(
      {
        bridge: 'The engine’s default bridge.',
        host: 'The host’s own network.',
        none: 'No network.',
        'service:': 'That of another service.',
        'container:': 'That of a container outside the project.',
      },
      { refers: { to: 'service', part: 'mode' } },
    ),
  },
  links: {
    doc: 'Services to reach under another name: `service[:alias]`.',
    shape: list(text({ refers: { to: 'service', part: 'link' } }), { unique: true }),
    swarm: 'ignored',
    deprecated:
      'Services in a network reach each other by name; for another name write `aliases` under `networks`.',
  },
  external_links: {
    doc: 'Containers of other projects to reach under a name: `container[:alias]`.',
    shape: uniqueTexts,
    swarm: 'ignored',
  },
  configs: {
    doc: 'Configs of the top-level `configs` that the service may read as files.',
    shape: grant('config', '/<source>'),
    rank: 2,
    snippet: '\n  - $0',
  },
  secrets: {
    doc: 'Secrets of the top-level `secrets` that the service may read as files.',
    shape: grant('secret', '/run/secrets/<source>'),
    rank: 2,
    snippet: '\n  - $0',
  },
  dns: { doc: 'DNS servers.', shape: textOrTexts },
  dns_opt: { doc: 'Options of the resolver.', shape: uniqueTexts, swarm: 'rejected' },
  dns_search: { doc: 'Domains that short host names are looked up in.', shape: textOrTexts },
  domainname: { doc: 'The container’s domain name.', shape: text(), swarm: 'ignored' },
  extra_hosts: {
    doc: 'More lines for the container’s `/etc/hosts`: `host=address`. `host-gateway` is the host’s address.',
    shape: extraHosts,
    rank: 2,
    snippet: '\n  - "${1:host.docker.internal}=${2:host-gateway}"',
  },
  mac_address: { doc: 'The container’s MAC address.', shape: text(), swarm: 'ignored' },
};
