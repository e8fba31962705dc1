import { t } from '@vscode/l10n';
import type { TerminalProgram } from '../engine/terminal.ts';
import type { Host } from '../hosts/host.ts';
import { diagnose } from '../transport/diagnosis/diagnose.ts';
import { objectCommand } from './command.ts';

/** Goes the way to hosts step by step, and says what fails and what to do. */
export const hostTest = objectCommand({
  id: 'host.test',
  title: 'Test Connection',
  description:
    'Goes the way to a host step by step in a terminal (the address, the name, the port, TLS or SSH, the engine) and says which step fails, why, and what to do.',
  icon: 'pulse',
  kind: 'host',
  place: 'open',
  async run(chosen, { ui }) {
    await Promise.all(
      chosen.map(({ host }) =>
        ui.terminal({ name: t('Test {0}', host.name), icon: 'pulse', program: testProgram(host) }),
      ),
    );
  },
});

/** Writes a line for each step; its exit code is 0 where all went well. */
function testProgram(host: Host): TerminalProgram {
  return async ({ write, signal }) => {
    const line = (text: string) => write(`${text.replaceAll('\n', '\r\n    ')}\r\n`);
    // What another machine says is shown, not obeyed.
    const plain = (words: string) => words.replace(/[^\P{Cc}\n]/gu, '');
    let failed = false;
    const onProgress = (words: string) => line(`  ${dim(plain(words))}`);
    line(t('Testing {0} ({1})', host.name, host.address));
    for await (const { step, outcome, detail, advice } of diagnose(host.endpoint, { signal, onProgress })) {
      const passed = outcome === 'passed';
      line(`${passed ? green('✓') : red('✗')} ${step}: ${plain(detail)}`);
      if (advice !== undefined) line(`  ${t('What to do: {0}', advice)}`);
      failed ||= !passed;
    }
    line(failed ? red(t('{0} can’t be used.', host.name)) : green(t('{0} can be used.', host.name)));
    return failed ? 1 : 0;
  };
}

const green = (text: string) => `\x1b[32m${text}\x1b[0m`;
const red = (text: string) => `\x1b[31m${text}\x1b[0m`;
const dim = (text: string) => `\x1b[2m${text}\x1b[0m`;
