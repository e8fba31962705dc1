import { t } from '@vscode/l10n';
import { buildFile } from './buildFile.ts';
import { fileCommand } from './command.ts';
import { runImage } from './runImage.ts';
import { sayRunning } from './sayRunning.ts';

/** Builds an image from a Dockerfile and runs it. */
export const dockerfileBuildAndRun = fileCommand({
  id: 'dockerfile.buildAndRun',
  title: 'Build and Run…',
  description: 'Builds an image as “Build Image…” does, then starts a container of it as “Run” does.',
  icon: 'run-all',
  language: 'dockerfile',
  async run(file, context) {
    const tag = await buildFile(file, context);
    if (tag === undefined) return;
    const facts = await context.ui.progress(t('Starting {0}', tag), (signal) =>
      runImage(context, tag, signal),
    );
    sayRunning(tag, facts, context);
  },
});
