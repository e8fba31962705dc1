import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { labFolder, rootFolder } from '../test/support/lab.ts';
import { installVscode } from '../test/support/vscodeInstall.ts';
import { quietSettings, startVscodeServer } from '../test/support/vscodeServer.ts';
import { build } from './build.ts';
import { findEngine } from './findEngine.ts';
import { canInstall, engineParts, onPath, provide } from './prerequisites.ts';
import { startPrivateEngine } from './privateEngine.ts';

const usage = 'Usage: npm start -- [--workspace DIR] [--port N] [--browser]';

/** `npm start`: opens VS Code with Gantry in it on an example, beside an engine; Ctrl-C ends all that it has started. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, port: { type: 'string' }, browser: { type: 'boolean' } },
  });
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port takes a port number. ${usage}`);
  const folder = values.workspace === undefined ? await example() : resolve(values.workspace);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });

  await build();
  await using things = new AsyncDisposableStack();
  const env = { ...process.env };
  const engine = await provideEngine();
  if (engine !== undefined) {
    things.use(engine);
    env.DOCKER_HOST = engine.host;
    delete env.DOCKER_CONTEXT;
    delete env.DOCKER_TLS_VERIFY;
  }
  const ended =
    values.browser !== true && hasDesktop() ? openDesktop(folder, env) : serve(folder, port, env, things);
  await Promise.race([interrupted, ended, ...(engine === undefined ? [] : [engine.ended])]);
  console.log('Ending…');
}

/** Nothing where the person's own engine answers. */
async function provideEngine() {
  const found = await findEngine(process.env);
  if (found.answers) {
    console.log(`Engine: the one at ${found.address}.`);
    return undefined;
  }
  console.log(`No engine answers at ${found.address}: ${found.reason}.`);
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const missing = root ? await provide(engineParts) : engineParts;
  if (missing.length > 0) {
    console.log(
      root && !canInstall()
        ? `To have one, install ${missing.map((part) => part.name).join(', ')}.`
        : howToHaveOne(),
    );
    console.log('Gantry opens without an engine, and finds it when it is there.');
    return undefined;
  }
  const engine = await startPrivateEngine();
  console.log(
    `Engine: a private one for this run, at ${engine.host}; its containers have no way to the internet.`,
  );
  return engine;
}

function howToHaveOne(): string {
  if (process.platform !== 'linux')
    return 'To have one, install and start Docker Desktop: https://docs.docker.com/desktop/';
  if (onPath('dockerd')) return 'To have one, start it: sudo systemctl start docker (or run this as root).';
  return 'To have one, install Docker: on Debian and Ubuntu, sudo apt-get install docker.io (or run this as root).';
}

/** The remote CLI of a VS Code server has the same name, and can't open a window on an extension under development. */
function hasDesktop(): boolean {
  return (
    onPath(process.platform === 'win32' ? 'code.cmd' : 'code') &&
    process.env.VSCODE_IPC_HOOK_CLI === undefined
  );
}

/** An instance of its own, so that it gets the environment, and ends when its window is closed. */
async function openDesktop(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const data = join(labFolder, 'start', 'desktop');
  const args = [
    ...[
      '--wait',
      '--new-window',
      `--user-data-dir=${join(data, 'user')}`,
      `--extensions-dir=${join(data, 'extensions')}`,
    ],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...[`--extensionDevelopmentPath=${rootFolder.slice(0, -1)}`, folder],
  ];
  console.log('Opening VS Code; close its window, or press Ctrl-C here, to end.');
  const window = spawn('code', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  await once(window, 'exit');
}

async function serve(
  folder: string,
  port: number,
  env: NodeJS.ProcessEnv,
  things: AsyncDisposableStack,
): Promise<void> {
  const server = things.use(
    await startVscodeServer({
      program: await installVscode(console.log),
      data: join(labFolder, 'start', 'server'),
      port,
      settings: quietSettings,
      env,
    }),
  );
  console.log(`\nOpen ${server.url({ folder, extension: rootFolder.slice(0, -1) })}\n\nCtrl-C ends it.`);
  await server.ended;
}

async function example(): Promise<string> {
  const examples = join(rootFolder, 'examples');
  const [first] = (await readdir(examples)).toSorted();
  return join(examples, existsSync(join(examples, 'voting')) ? 'voting' : (first ?? ''));
}

try {
  await main();
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
