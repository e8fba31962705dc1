import { basename, dirname, resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { type BuildResult, buildImage } from '../engine/build/build.ts';
import { EngineError } from '../engine/errors.ts';
import type { TerminalProgram } from '../engine/terminal.ts';
import { buildTagKey, defaultBuildTag } from './buildTag.ts';
import type { CommandContext, FileTarget } from './command.ts';
import { tagProblem, withTag } from './tagProblem.ts';

const interrupt = '\x03';

/**
 * Asks for a tag and builds a Dockerfile in a terminal; Ctrl-C or closing it cancels. Resolves to the image's reference,
 * to undefined when dismissed or cancelled; a failed build is a problem at its line and an error.
 */
export async function buildFile(file: FileTarget, context: CommandContext): Promise<string | undefined> {
  const { ui } = context;
  const key = buildTagKey(file);
  const input = await ui.input({
    title:
      file.target === undefined
        ? t('Build {0}', basename(file.path))
        : t('Build {0} up to {1}', basename(file.path), file.target),
    prompt: t('Tag of the image'),
    value: ui.memory.get(key) ?? defaultBuildTag(file),
    validate: tagProblem,
  });
  if (input === undefined) return undefined;
  await ui.memory.set(key, input);
  const tag = withTag(input);
  const result = await buildInTerminal(file, tag, context);
  if (result === undefined) return undefined;
  const problems = result.ok ? [] : [{ path: file.path, line: result.line ?? 0, message: result.message }];
  ui.problems(`build:${file.path}`, problems);
  if (result.ok) return tag;
  const name = basename(file.path);
  throw new Error(
    result.line === undefined
      ? `${name}: ${result.message}`
      : t('{0}, line {1}: {2}', name, result.line + 1, result.message),
  );
}

/** Undefined when it was cancelled. */
async function buildInTerminal(
  file: FileTarget,
  tag: string,
  { engine, ui, settings, signal }: CommandContext,
): Promise<BuildResult | undefined> {
  const { promise, resolve: settle } = Promise.withResolvers<BuildResult | undefined>();
  const program: TerminalProgram = async (io) => {
    const cancel = new AbortController();
    const input = io.onInput((data) => {
      if (data.includes(interrupt)) cancel.abort();
    });
    const ended = AbortSignal.any([io.signal, signal, cancel.signal]);
    try {
      const result = await buildImage(engine, {
        contextPath: contextOf(file, settings['gantry.build.context']),
        dockerfilePath: file.path,
        tag,
        ...(file.target === undefined ? {} : { target: file.target }),
        write: (text) => io.write(text),
        signal: ended,
      });
      settle(result);
      return result.ok ? 0 : 1;
    } catch (error) {
      if (!ended.aborted && !(error instanceof EngineError && error.code === 'aborted')) throw error;
      io.write(`\r\n${t('The build was cancelled.')}\r\n`);
      settle(undefined);
      return 130;
    } finally {
      input[Symbol.dispose]();
    }
  };
  const code = await ui.terminal({ name: t('Build {0}', tag), icon: 'package', program });
  return code === undefined ? undefined : await promise;
}

/** The folder that is sent to the engine. */
function contextOf({ path, workspaceFolder }: FileTarget, setting: string): string {
  return setting === '' ? dirname(path) : resolve(workspaceFolder, setting);
}
