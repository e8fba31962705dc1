import { appendFileSync, readFileSync } from 'node:fs';

/** How one test ended. What could not run here says why. */
export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'could not run';
  readonly reason?: string;
}

/** Names the file that a suite's process adds its results to. */
export const reportVariable = 'GANTRY_TEST_REPORT';

/** Adds a result to the report; nothing where nobody asked for one. Written at once, so that a crash loses none. */
export function report(result: TestResult): void {
  const path = process.env[reportVariable];
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(result)}\n`);
}

export function readReport(path: string): readonly TestResult[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): TestResult => JSON.parse(line));
}
