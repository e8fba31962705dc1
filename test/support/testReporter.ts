import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';
import { report, reportVariable } from './report.ts';

/** node:test's results for a person, and for the run's report: failures in full, the rest by name where it takes time. */
export default async function* testReporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const names: string[] = [];
  for await (const event of events) {
    if (event.type === 'test:start') {
      names.length = event.data.nesting;
      names.push(event.data.name);
    } else if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      yield event.data.message;
    } else if (event.type === 'test:pass' && event.data.details.type !== 'suite') {
      const { skip, details } = event.data;
      const name = [...names.slice(0, event.data.nesting), event.data.name].join(' › ');
      if (skip === undefined) {
        report({ name, outcome: 'passed' });
        if (details.duration_ms > 20 || !process.env[reportVariable]) {
          yield `✔ ${name} (${Math.round(details.duration_ms)} ms)\n`;
        }
      } else {
        const reason = typeof skip === 'string' ? skip : 'skipped';
        report({ name, outcome: 'could not run', reason });
        yield `– ${name}: ${reason}\n`;
      }
    } else if (event.type === 'test:fail') {
      const { error } = event.data.details;
      // A group that failed because of its tests says nothing that they have not said.
      if ('failureType' in error && error.failureType === 'subtestsFailed') continue;
      const name = [...names.slice(0, event.data.nesting), event.data.name].join(' › ');
      const reason = inspect(error.cause ?? error, { colors: false });
      report({ name, outcome: 'failed', reason });
      yield `✖ ${name}\n${reason}\n`;
    }
  }
}
