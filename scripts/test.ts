import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { inspect } from 'node:util';
import { installEngines } from '../test/support/engineInstall.ts';
import { labFolder, rootFolder } from '../test/support/lab.ts';
import { installRegistry } from '../test/support/registryInstall.ts';
import { readReport, reportVariable, type TestResult } from '../test/support/report.ts';
import { installSshd } from '../test/support/sshdInstall.ts';
import { testNamesIn } from '../test/support/testNames.ts';
import { installVscode } from '../test/support/vscodeInstall.ts';
import { runInWorld } from '../test/support/world.ts';
import { build } from './build.ts';
import { canInstall, engineParts, provide } from './prerequisites.ts';
import { filesOf, type Suite, suites } from './suites.ts';

/** `npm test [-- SUITE [WORD…]]`: installs what is missing, runs the suites, prints `N passed, N failed`. */
async function main(): Promise<number> {
  const [name, ...words] = process.argv.slice(2);
  const chosen = name === undefined ? suites : suites.filter((suite) => suite.name === name);
  if (chosen.length === 0) {
    console.error(`There is no suite "${name}": ${suites.map((suite) => suite.name).join(', ')}.`);
    return 2;
  }
  const results: TestResult[] = [];
  for (const suite of chosen) {
    const started = performance.now();
    console.log(`\n── ${suite.name}`);
    const own = await runSuite(suite, words).catch((error: unknown) => failure(suite, inspect(error)));
    results.push(...own);
    console.log(`${suite.name}: ${summary(own)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
  const failed = results.filter((result) => result.outcome === 'failed');
  const absent = results.filter((result) => result.outcome === 'could not run');
  console.log('');
  for (const { name, reason } of absent) console.log(`Could not run: ${name} (${reason})`);
  for (const { name } of failed) console.log(`Failed: ${name}`);
  console.log(summary(results));
  return failed.length === 0 ? 0 : 1;
}

function summary(results: readonly TestResult[]): string {
  const count = (outcome: TestResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  return `${count('passed')} passed, ${count('failed')} failed`;
}

async function runSuite(suite: Suite, words: readonly string[]): Promise<readonly TestResult[]> {
  const files = filesOf(suite, words);
  if (files.length === 0) return failure(suite, 'no test file fits');
  const missing = await provide(suite.needs);
  if (missing.length > 0) {
    const reason = `this machine has no ${missing.map((part) => part.name).join(', no ')}`;
    if (canInstall()) return failure(suite, reason);
    // What only a world needs may be missing where there is none.
    if (missing.some((part) => !engineParts.includes(part))) return absent(suite, files, reason);
  }
  if (suite.built) {
    try {
      await build();
    } catch {
      return failure(suite, 'the build failed: see above');
    }
  }
  mkdirSync(`${labFolder}/reports`, { recursive: true });
  const path = `${labFolder}/reports/${suite.name}-${process.pid}.jsonl`;
  writeFileSync(path, '');
  try {
    const world =
      suite.world && missing.length === 0 && process.platform === 'linux' && process.getuid?.() === 0;
    if (world && suite.vscode === true) await installVscode(console.log);
    if (world && suite.sshd === true && canInstall()) {
      await installSshd(console.log);
      await installRegistry(console.log);
    }
    if (world && suite.engines === true && canInstall()) await installEngines(console.log);
    const command = [process.execPath, ...suite.command(files)];
    const env = { [reportVariable]: path };
    const code = world ? await runInWorld(command, { env }) : await runHere(command, env);
    const results = readReport(path);
    if (code > 128) process.exit(code);
    if (results.length === 0) return failure(suite, `it ended without having run a test (exit code ${code})`);
    if (code === 0 || results.some((result) => result.outcome === 'failed')) return results;
    return [...results, ...failure(suite, `it ended with exit code ${code}`)];
  } finally {
    rmSync(path, { force: true });
  }
}

/** What a suite as a whole has done wrong counts as a test that failed. */
function failure(suite: Suite, reason: string): readonly TestResult[] {
  console.error(`✖ ${suite.name}: ${reason}`);
  return [{ name: suite.name, outcome: 'failed', reason }];
}

/** Every test of the files by its name, as none of them can even be started. */
function absent(suite: Suite, files: readonly string[], reason: string): readonly TestResult[] {
  return files.flatMap((file) => {
    const names = testNamesIn(readFileSync(file, 'utf8'));
    return names.map((name): TestResult => {
      return {
        name: `${suite.name} › ${file.slice(rootFolder.length)} › ${name}`,
        outcome: 'could not run',
        reason,
      };
    });
  });
}

/** In a process group of its own, which ends as a whole when this process is told to. */
function runHere(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [file = '', ...args] = command;
  const grouped = process.platform !== 'win32';
  const child = spawn(file, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: grouped,
    env: { ...process.env, ...env },
  });
  const end = (signal: NodeJS.Signals) => {
    if (grouped && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill();
    process.exitCode = 128 + constants.signals[signal];
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, end);
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
    });
  });
}

process.exit(await main());
