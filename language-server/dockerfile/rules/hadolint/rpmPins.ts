import { hasArgument, operands, type RunCommand } from '../../shell/commands.ts';
import type { Objection } from './runReports.ts';

/** What yum or dnf installs without a version: packages by `name-version`, modules by `name:stream`. */
export function* unpinnedRpms(
  commands: readonly RunCommand[],
  ignored: readonly string[] = [],
): Iterable<Objection> {
  for (const command of commands) {
    if (!hasArgument(command, 'install')) continue;
    const isModule = hasArgument(command, 'module');
    if (!isModule && hasArgument(command, ...ignored)) continue;
    for (const token of operands(command)) {
      if (token.text === 'install' || token.text === 'module') continue;
      if (isModule ? !token.text.includes(':') : !hasVersion(token.text)) yield { command, token };
    }
  }
}

/** Whether what stands behind the name's first dash is made like a version, in which variables may stand. */
function hasVersion(name: string): boolean {
  const [, ...parts] = name.split('-');
  if (parts.length > 0 && (name.endsWith('.rpm') || parts.some((part) => part.includes('$')))) return true;
  return parts.some((part) => /^\d/.test(part)) && parts.every((part) => /^[\w.~^:+*]*$/.test(part));
}
