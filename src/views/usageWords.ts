import { t } from '@vscode/l10n';
import type { ContainerUsage } from '../engine/containers/usage.ts';
import { sizeWords } from '../words/size.ts';

/** What is used now, for a row: `3.1 % · 48.2 MB`. */
export function usageWords({ cpu, memory }: ContainerUsage): string {
  return [...(cpu === undefined ? [] : [percent(cpu)]), sizeWords(memory)].join(' · ');
}

/** The usage of several as that of one; undefined where none is known. */
export function totalUsage(usages: readonly ContainerUsage[]): ContainerUsage | undefined {
  if (usages.length === 0) return undefined;
  const cpus = usages.flatMap(({ cpu }) => cpu ?? []);
  return {
    memory: usages.reduce((sum, { memory }) => sum + memory, 0),
    ...(cpus.length === 0 ? {} : { cpu: cpus.reduce((sum, cpu) => sum + cpu, 0) }),
  };
}

/** Lines of a tooltip. */
export function usageLines(usage: ContainerUsage): readonly (readonly [string, string | undefined])[] {
  const { cpu, memory, memoryLimit: limit, processes } = usage;
  return [
    [t('CPU'), cpu === undefined ? undefined : percent(cpu)],
    [
      t('Memory'),
      limit === undefined
        ? sizeWords(memory)
        : t('{0} of {1} ({2})', sizeWords(memory), sizeWords(limit), percent((memory / limit) * 100)),
    ],
    [t('Network'), rates(usage.received, usage.sent, t('received'), t('sent'))],
    [t('Disk'), rates(usage.read, usage.written, t('read'), t('written'))],
    [t('Processes'), processes === undefined ? undefined : String(processes)],
  ];
}

function rates(
  first: number | undefined,
  second: number | undefined,
  verb: string,
  otherVerb: string,
): string | undefined {
  if (first === undefined || second === undefined) return undefined;
  return t(
    '{0}/s {1}, {2}/s {3}',
    sizeWords(Math.round(first)),
    verb,
    sizeWords(Math.round(second)),
    otherVerb,
  );
}

/** Below ten with one decimal. */
function percent(value: number): string {
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} %`;
}
