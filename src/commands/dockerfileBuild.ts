import { buildFile } from './buildFile.ts';
import { fileCommand } from './command.ts';

/** Builds an image from a Dockerfile. */
export const dockerfileBuild = fileCommand({
  id: 'dockerfile.build',
  title: 'Build Image…',
  description:
    'Builds an image from a Dockerfile through the engine’s API, in a terminal: Ctrl-C or closing it cancels. Asks for the tag and remembers it for this Dockerfile. The context is the Dockerfile’s folder unless the setting `gantry.build.context` names another. A step that fails becomes a problem at its line.',
  icon: 'package',
  language: 'dockerfile',
  async run(file, context) {
    await buildFile(file, context);
  },
});
