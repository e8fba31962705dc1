import * as vscode from 'vscode';

/** Characters handed to the editor at a time, between which it gets to do other things. */
const chunk = 32_768;
/** Characters kept while the editor can't keep up; of more, the oldest go: no terminal scrolls back that far. */
const longestBacklog = 8_388_608;

/** What a program has written on its way to the terminal: kept until that is open, then passed on in small parts. */
export interface TerminalOutput extends vscode.Disposable {
  readonly onDidWrite: vscode.Event<string>;
  write(data: string): void;
  /** The terminal shows what is written from now on; before, the editor would drop it. */
  open(): void;
}

export function terminalOutput(): TerminalOutput {
  const written = new vscode.EventEmitter<string>();
  let waiting: string[] = [];
  let waitingLength = 0;
  let opened = false;
  let scheduled: NodeJS.Immediate | undefined;
  let disposed = false;

  const schedule = () => {
    if (opened && !disposed && waiting.length > 0) scheduled ??= setImmediate(flush);
  };
  const flush = () => {
    scheduled = undefined;
    const text = waiting.join('');
    const end = wholeCharacters(text, chunk);
    waiting = end < text.length ? [text.slice(end)] : [];
    waitingLength = text.length - end;
    written.fire(text.slice(0, end));
    schedule();
  };
  return {
    onDidWrite: written.event,
    write(data) {
      if (data === '' || disposed) return;
      waiting.push(data);
      waitingLength += data.length;
      if (waitingLength > longestBacklog) {
        const text = waiting.join('');
        const kept = text.slice(text.indexOf('\n', text.length - longestBacklog / 2) + 1);
        waiting = [`\r\n\x1b[0m\x1b[2m… ${text.length - kept.length} characters left out …\x1b[0m\r\n`, kept];
        waitingLength = kept.length;
      }
      schedule();
    },
    open() {
      opened = true;
      schedule();
    },
    dispose() {
      disposed = true;
      clearImmediate(scheduled);
      written.dispose();
    },
  };
}

/** How much of a text to take so that at most `limit` characters go and no surrogate pair is torn. */
function wholeCharacters(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const last = text.charCodeAt(limit - 1);
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
