// The way in for `npm start`, `npm test` and the other commands: works on a bare clone with any Node since 20.
// Installs the packages when they are missing or older than the lock file, then runs scripts/NAME.ts (or a package's
// command) with the project's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

const [name, ...args] = process.argv.slice(2);
if (!installed()) install();
if (!existsSync(node)) {
  fail(
    'The package "node" has no Node in it: npm did not run its install script. Run: npm rebuild node esbuild --ignore-scripts=false',
  );
}

const script = join(root, 'scripts', `${name}.ts`);
const env = { ...process.env, PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}` };
const child = existsSync(script)
  ? spawn(node, [script, ...args], { stdio: 'inherit', env })
  : spawn(name, args, { stdio: 'inherit', env, shell: windows });
// Ctrl-C reaches the child as well: it ends first, and this after it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm, when it is ended, ends the shell between it and this one, and nobody tells this one.
const parent = process.ppid;
setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
child.on('error', (error) => fail(error.message));
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));

function installed() {
  // npm writes this file last.
  const mark = join(root, 'node_modules', '.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  console.log('Installing the packages (npm ci)…');
  const npm = process.env.npm_execpath;
  // What its own tools say about the Node that started them is not true: they run under the project's own.
  const quiet = ['ci', '--loglevel=error'];
  const { status } =
    npm === undefined
      ? spawnSync('npm', quiet, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: windows })
      : spawnSync(process.execPath, [npm, ...quiet], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) fail('The packages could not be installed: see above.');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
