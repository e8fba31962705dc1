import { t } from '@vscode/l10n';
import { objectCommand } from './command.ts';
import { imagePullAgain } from './imagePullAgain.ts';

/** Pulls every tag of a repository that is here. */
export const repositoryPull = objectCommand({
  id: 'repository.pull',
  title: 'Pull Newest of All Tags',
  description: 'Has the engine pull again each tag of a repository that is here.',
  icon: 'cloud-download',
  kind: 'repository',
  place: 'edit',
  async run(repositories, context) {
    const images = repositories.flatMap((repository) =>
      repository.images.filter(({ tags }) => tags.length > 0),
    );
    if (images.length === 0) return context.ui.information(t('None of these images has a tag.'));
    await imagePullAgain.run(images, context);
  },
});
