import { objectCommand } from './command.ts';

/** Copies the names of repositories, one a line. */
export const repositoryCopyName = objectCommand({
  id: 'repository.copyName',
  title: 'Copy Name',
  description: 'Copies the names of repositories, one a line.',
  icon: 'copy',
  kind: 'repository',
  place: 'copy',
  run: (repositories, { ui }) => ui.copy(repositories.map(({ name }) => name).join('\n')),
});
