import { readFileSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { report, reportVariable } from './report.ts';
import { groupAt, testNamesIn } from './testNames.ts';

type Passed = Extract<TestEvent, { type: 'test:pass' }>['data'];

/** node:test's results for a person, and for the run's report: failures in full, the rest by name where it takes time. */
export default async function* testReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const names: string[] = [];
  const full = ({ name, nesting }: { readonly name: string; readonly nesting: number }) =>
    [...names.slice(0, nesting), name].join(' › ');
  for await (const event of events) {
    if (event.type === 'test:start') {
      names.length = event.data.nesting;
      names.push(event.data.name);
    } else if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield event.data.message;
    } else if (event.type === 'test:pass') {
      yield* passed(full(event.data), event.data);
    } else if (event.type === 'test:fail') {
      const { error } = event.data.details;
      // A group that failed because of its tests says nothing that they have not said.
      if ('failureType' in error && error.failureType === 'subtestsFailed') continue;
      const name = full(event.data);
      const reason = inspect(error.cause ?? error, { colors: false });
      report({ name, outcome: 'failed', reason });
      yield `✖ ${name}\n${reason}\n`;
    }
  }
}

function* passed(name: string, data: Passed): Generator<string> {
  const { skip, details } = data;
  const group = details.type === 'suite';
  if (skip === undefined) {
    if (group) return;
    report({ name, outcome: 'passed' });
    if (details.duration_ms > 20 || process.env[reportVariable] === undefined) {
      yield `✔ ${name} (${Math.round(details.duration_ms)} ms)\n`;
    }
    return;
  }
  const reason = typeof skip === 'string' ? skip : 'skipped';
  // A group that is not run does not tell what is in it.
  const inside = group ? testsOf(data).map((each) => `${name} › ${each}`) : [];
  for (const each of inside.length > 0 ? inside : [name]) {
    report({ name: each, outcome: 'could not run', reason });
    yield `– ${each}: ${reason}\n`;
  }
}

function testsOf({ file, line }: Passed): readonly string[] {
  return file === undefined || line === undefined
    ? []
    : testNamesIn(groupAt(readFileSync(file, 'utf8'), line));
}
