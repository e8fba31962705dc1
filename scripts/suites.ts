import { globSync } from 'node:fs';
import { rootFolder } from '../test/support/lab.ts';
import { browserParts, engineParts, type Prerequisite } from './prerequisites.ts';

/** A suite of tests: a folder of `test/`. */
export interface Suite {
  readonly name: string;
  /** What it needs of the machine. */
  readonly needs: readonly Prerequisite[];
  /** Runs in a world, beside an engine of its own, where the machine can have one. */
  readonly world: boolean;
  /** Whether it drives VS Code; in a world that is the server build, which can't be fetched from within. */
  readonly vscode?: boolean;
  /** Whether it starts an SSH server, which can't be fetched from within a world either. */
  readonly sshd?: boolean;
  /** Whether it starts engines beside the machine's own, which can't be fetched from within a world either. */
  readonly engines?: boolean;
  /** Whether `dist/` must be up to date. */
  readonly built: boolean;
  /** Arguments of Node that run these files. */
  command(files: readonly string[]): readonly string[];
}

const reporter = [
  `--test-reporter=${rootFolder}test/support/testReporter.ts`,
  '--test-reporter-destination=stdout',
];
// A test that ran out of time leaves its handles behind: they must not keep its file from ending.
const nodeTest = ['--test', '--test-force-exit', ...reporter];
/** Files one after another: they share an engine, or the screen. */
const inTurn = [...nodeTest, '--test-concurrency=1'];

export const suites: readonly Suite[] = [
  {
    name: 'unit',
    needs: [],
    world: false,
    built: false,
    command: (files) => [...nodeTest, '--test-isolation=none', ...files],
  },
  { name: 'server', needs: [], world: false, built: true, command: (files) => [...nodeTest, ...files] },
  {
    name: 'engine',
    needs: engineParts,
    world: true,
    sshd: true,
    engines: true,
    built: false,
    command: (files) => [...inTurn, ...files],
  },
  { name: 'package', needs: [], world: false, built: false, command: (files) => [...inTurn, ...files] },
  {
    name: 'host',
    needs: [...engineParts, ...browserParts],
    world: true,
    vscode: true,
    built: true,
    command: (files) => [`${rootFolder}test/support/hostRun.ts`, ...files],
  },
  {
    name: 'ui',
    needs: [...engineParts, ...browserParts],
    world: true,
    vscode: true,
    built: true,
    command: (files) => [...inTurn, ...files],
  },
];

/** The suite's files; with words, those whose path has one of them. */
export function filesOf(suite: Suite, words: readonly string[]): readonly string[] {
  return globSync(`${rootFolder}test/${suite.name}/**/*.test.ts`)
    .filter(
      (file) => words.length === 0 || words.some((word) => file.slice(rootFolder.length).includes(word)),
    )
    .toSorted();
}
