import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { boundCommand } from './boundCommand.ts';

/** A VS Code that serves its workbench to browsers of this machine. Disposing it ends it. */
export interface VscodeServer extends AsyncDisposable {
  /** Settles when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Address of a window on `folder`, with `extension` under development and, if given, the tests to run in it. */
  url(window: { readonly folder: string; readonly extension?: string; readonly tests?: string }): string;
}

/** Starts the server build in `program` with its data in `data`; resolves when it listens. Port 0: any free one. */
export async function startVscodeServer(options: {
  readonly program: string;
  readonly data: string;
  readonly port?: number;
  /** The person's settings, unless there are some in `data` already. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: NodeJS.ProcessEnv;
}): Promise<VscodeServer> {
  const { program, data } = options;
  if (options.port !== undefined && options.port !== 0) await assertFree(options.port);
  const user = join(data, 'data', 'User');
  await mkdir(user, { recursive: true });
  const settings = join(user, 'settings.json');
  // What the person has changed since stays.
  if (options.settings && !existsSync(settings))
    await writeFile(settings, JSON.stringify(options.settings, undefined, 2));
  // Without it every page that the browser has open, and every user of the machine, could run commands here.
  const token = randomUUID();
  const tokenFile = join(data, 'token');
  await rm(tokenFile, { force: true });
  await writeFile(tokenFile, token, { mode: 0o600 });
  const [file, args] = boundCommand(process.execPath, [
    ...[join(program, 'out', 'server-main.js'), '--accept-server-license-terms'],
    ...['--connection-token-file', tokenFile],
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--server-data-dir', data],
    // The first is what makes a window accept an extension under development from its address.
    ...['--enable-smoke-test-driver', '--disable-workspace-trust', '--telemetry-level', 'off'],
  ]);
  const server = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
  });
  const log = createWriteStream(join(data, 'server.log'), { flags: 'a' });
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  const ended = once(server, 'exit').then(() => {});
  let tail = '';
  server.stderr.on('data', (text: Buffer) => {
    tail = (tail + text).slice(-2000);
  });
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const listening = /listening on (\d+)/.exec(line)?.[1];
      if (listening !== undefined) resolve(listening);
    });
    server.once('exit', (code) =>
      reject(new Error(`The VS Code server ended with code ${code} at its start:\n${tail}`)),
    );
    server.once('error', reject);
  });
  return {
    ended,
    url: ({ folder, extension, tests }) => {
      const remote = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
      const payload = [
        ['skipWelcome', 'true'],
        ...(extension === undefined ? [] : [['extensionDevelopmentPath', remote(extension)]]),
        ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
      ];
      const query = new URLSearchParams({ tkn: token, folder, payload: JSON.stringify(payload) });
      return `http://127.0.0.1:${port}/?${query}`;
    },
    async [Symbol.asyncDispose]() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** The server itself would wait for ever without a word. */
async function assertFree(port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, '127.0.0.1'), 'listening');
  } catch (cause) {
    throw new Error(`Port ${port} can't be had: something else listens there. Choose another one.`, {
      cause,
    });
  }
  probe.close();
  await once(probe, 'close');
}

/** Settings under which a window does nothing by itself that a test or an example does not want. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};
