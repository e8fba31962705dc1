import { t } from '@vscode/l10n';
import type { Container, ContainerState } from '../engine/kinds/container.ts';

/** `running`, `healthy`, `exited (1)`: health says more than that it runs. */
export function stateWords({
  state,
  health,
  exitCode,
}: Pick<Container, 'state' | 'health' | 'exitCode'>): string {
  if (state === 'running' && health !== undefined) return healthWords(health);
  const word = stateWord(state);
  return exitCode === undefined ? word : `${word} (${exitCode})`;
}

/** A state in the window's language. */
export function stateWord(state: ContainerState): string {
  switch (state) {
    case 'created':
      return t('created');
    case 'running':
      return t('running');
    case 'paused':
      return t('paused');
    case 'restarting':
      return t('restarting');
    case 'removing':
      return t('being removed');
    case 'exited':
      return t('exited');
    case 'dead':
      return t('dead');
  }
}

function healthWords(health: NonNullable<Container['health']>): string {
  switch (health) {
    case 'starting':
      return t('health starting');
    case 'healthy':
      return t('healthy');
    case 'unhealthy':
      return t('unhealthy');
  }
}
