import { t } from '@vscode/l10n';
import type { OpenHost } from '../hosts/host.ts';
import type { Settings } from '../settings.ts';
import { connectionWords, isProduction } from './hostRow.ts';
import { escapeMarkdown } from './markdown.ts';

/** What the window's foot says of the active host. */
export interface HostStatus {
  /** Codicon name. */
  readonly icon: string;
  /** Beside the host's name; empty where there is nothing to say. */
  readonly words: string;
  /** Markdown; data in it is escaped. */
  readonly tooltip: string;
  /** For screen readers. */
  readonly label: string;
  /** `production` also while it does not answer. */
  readonly tone: 'plain' | 'warning' | 'production';
}

/** The active host in a few words: how many containers run, how many are unhealthy, or why it does not answer. */
export function hostStatus(host: OpenHost, settings: Settings): HostStatus {
  const { name, address, engine } = host;
  const { inventory } = engine;
  const production = isProduction(host, settings);
  const { status } = inventory.state;
  const sentences = [
    production
      ? t('Docker host {0} at {1}, in production.', name, address)
      : t('Docker host {0} at {1}.', name, address),
    connectionWords(host) ?? countSentence(host),
    t('Click to switch.'),
  ];
  return {
    icon: { connected: 'server-environment', connecting: 'loading~spin', unreachable: 'debug-disconnect' }[
      status
    ],
    words: { connected: countWords(host), connecting: '', unreachable: t('no answer') }[status],
    tooltip: sentences.map(escapeMarkdown).join('\n\n'),
    label: sentences.join(' '),
    tone: production ? 'production' : status === 'unreachable' ? 'warning' : 'plain',
  };
}

function countWords(host: OpenHost): string {
  const { running, unhealthy } = count(host);
  return unhealthy === 0 ? t('{0} running', running) : t('{0} running, {1} unhealthy', running, unhealthy);
}

function countSentence(host: OpenHost): string {
  const { running, unhealthy, all } = count(host);
  return unhealthy === 0
    ? t('Running containers: {0} of {1}.', running, all)
    : t('Running containers: {0} of {1}; unhealthy: {2}.', running, all, unhealthy);
}

function count({ engine: { inventory } }: OpenHost) {
  const containers = inventory.list('container');
  const running = containers.filter(({ state }) => state === 'running');
  return {
    all: containers.length,
    running: running.length,
    unhealthy: running.filter(({ health }) => health === 'unhealthy').length,
  };
}
