import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { installInLab } from './installInLab.ts';

const version = '4.139.1';

/**
 * The server build of VS Code (1.139.1) out of the npm package `code-server`, installed into `.lab/` at first use; resolves
 * to its folder.
 */
export async function installVscode(say: (line: string) => void = () => {}): Promise<string> {
  const folder = await installInLab(`code-server-${version}`, async (partial) => {
    say(`Installing the VS Code server (code-server ${version}; once, about a minute)…`);
    await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
    await npm(partial, ['install', `code-server@${version}`]);
    await npm(vscodeIn(partial), ['install', '--omit=dev']);
    await replaceNativeParts(join(vscodeIn(partial), 'node_modules', '@vscode'));
  });
  return vscodeIn(folder);
}

function vscodeIn(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function npm(folder: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const own = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  const options: SpawnOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] };
  const child =
    own === undefined
      ? spawn('npm', [...args, ...quiet], { ...options, shell: windows })
      : spawn(process.execPath, [own, ...args, ...quiet], options);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}: see above.`);
}

/**
 * Two parts would have to be compiled here. What writes log files (and with them the Output panel) is a page of plain
 * JavaScript; what watches over a hanging extension host is not needed.
 */
async function replaceNativeParts(scope: string): Promise<void> {
  await writeFile(join(scope, 'spdlog', 'index.js'), plainLogger);
  await writeFile(join(scope, 'native-watchdog', 'index.js'), 'exports.start = () => {};\n');
}

const plainLogger = `const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    mkdirSync(dirname(file), { recursive: true });
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.bare = true; }
  flush() {}
  drop() {}
  add(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    appendFileSync(this.file, this.bare ? text : \`\${time} [\${levels[level]}] \${text}\\n\`);
  }
}
levels.forEach((name, level) => {
  Logger.prototype[name === 'warning' ? 'warn' : name] = function (text) { this.add(level, text); };
});
exports.Logger = Logger;
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

if (import.meta.main) await installVscode(console.log);
