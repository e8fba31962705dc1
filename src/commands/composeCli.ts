import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { t } from '@vscode/l10n';

const run = promisify(execFile);

/** How Compose is called on this machine: a program and its first arguments. */
export interface ComposeCli {
  readonly file: string;
  readonly args: readonly string[];
}

const forms: readonly ComposeCli[] = [
  { file: 'docker', args: ['compose'] },
  { file: 'docker-compose', args: [] },
];

/**
 * Finds Compose: the docker CLI's plugin, else `docker-compose` where that is version 2 or later. Throws what is missing
 * and how to get it.
 */
export async function findCompose(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<ComposeCli> {
  let old: string | undefined;
  for (const form of forms) {
    const version = await versionOf(form, env, signal);
    if (version === undefined) continue;
    if (Number.parseInt(version, 10) >= 2) return form;
    old ??= version;
  }
  const found =
    old === undefined
      ? t('Docker Compose is not on this machine: neither “docker compose” nor “docker-compose” answers.')
      : t(
          'Only docker-compose {0} is on this machine, whose line ended in 2023; version 2 or later is needed.',
          old,
        );
  throw new Error(
    `${found} ${t('Install it, such as by “sudo apt-get install docker-compose-plugin” from Docker’s packages, by Docker Desktop, or as https://docs.docker.com/compose/install says.')}`,
  );
}

/** Undefined where it is not there or does not know the question: a docker CLI without the plugin. */
async function versionOf(
  { file, args }: ComposeCli,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const { stdout } = await run(file, [...args, 'version', '--short'], { env, signal });
    return /\d+(?:\.\d+)*/.exec(stdout)?.[0];
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}
