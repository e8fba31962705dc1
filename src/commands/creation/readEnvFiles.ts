import { readFile } from 'node:fs/promises';
import { t } from '@vscode/l10n';
import { parseEnvFile } from '../../engine/containers/envFile.ts';
import { EngineError } from '../../engine/errors.ts';

/** The variables of files, a later one before an earlier one. Throws what is wrong with a file, and where. */
export async function readEnvFiles(paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const all: Record<string, string> = {};
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw new EngineError('refused', t('{0} can’t be read.', path), { cause });
    });
    const { env, problem } = parseEnvFile(text, process.env);
    if (problem !== undefined) throw new EngineError('refused', wordsOf(path, problem));
    Object.assign(all, env);
  }
  return all;
}

function wordsOf(
  path: string,
  { line, why }: NonNullable<ReturnType<typeof parseEnvFile>['problem']>,
): string {
  return why === 'no-name'
    ? t('Line {0} of {1} has no name before its “=”.', line, path)
    : t('The name in line {0} of {1} has a space in it.', line, path);
}
