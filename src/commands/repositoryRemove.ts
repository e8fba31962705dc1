import { objectCommand } from './command.ts';
import { imageRemove } from './imageRemove.ts';

/** Removes every image of a repository, after asking. */
export const repositoryRemove = objectCommand({
  id: 'repository.remove',
  title: 'Remove All Tags…',
  description:
    'Removes all tags of a repository that are here, after saying which they are and who uses them.',
  icon: 'trash',
  kind: 'repository',
  place: 'destroy',
  run: (repositories, context) =>
    imageRemove.run(
      repositories.flatMap(({ images }) => images),
      context,
    ),
});
