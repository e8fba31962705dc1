import { t } from '@vscode/l10n';
import { byName } from './order.ts';
import type { Row } from './view.ts';

/** What belongs to a Compose project or to a stack. */
interface Owned {
  readonly project?: string;
  readonly stack?: string;
}

/** Rows below the project or stack that their objects belong to; those of none stand below these groups. */
export function underOwners<T extends Owned>(
  objects: readonly T[],
  rowOf: (object: T) => Row,
): readonly Row[] {
  const groups = Map.groupBy(objects, ownerKey);
  const alone = groups.get('') ?? [];
  groups.delete('');
  const owners = [...groups].map(([key, members]) => ownerRow(key, members.map(rowOf).sort(byLabel)));
  return [...owners.sort(byLabel), ...alone.map(rowOf).sort(byLabel)];
}

/** The order of rows in a list. */
export function byLabel(a: Row, b: Row): number {
  return byName(a.label, b.label) || byName(a.key, b.key);
}

function ownerKey({ project, stack }: Owned): string {
  if (project !== undefined) return `project:${project}`;
  return stack === undefined ? '' : `stack:${stack}`;
}

function ownerRow(key: string, rows: readonly Row[]): Row {
  const isProject = key.startsWith('project:');
  const name = key.slice(key.indexOf(':') + 1);
  return {
    key,
    label: name,
    description: String(rows.length),
    icon: { id: isProject ? 'layers' : 'server-process' },
    accessibilityLabel: isProject
      ? t('Compose project {0}, {1}', name, rows.length)
      : t('Stack {0}, {1}', name, rows.length),
    children: () => rows,
    expanded: true,
  };
}
