import { type CodeLens, commands, type Document } from '../../language.ts';
import type { ComposeTree } from '../tree.ts';

/** “Run” above the services; not in files that `docker compose up` can't run alone. */
export function codeLenses({ tree, uri }: Document<ComposeTree>): readonly CodeLens[] {
  if (tree.dialect === 'stack' || tree.fragment) return [];
  const services = [...tree.declared('service').values()].filter(
    ({ name, value, pair }) => value !== undefined && !name.startsWith('x-') && pair.guessed !== true,
  );
  const section = tree.entries.find(({ key, value }) => key.value === 'services' && value !== undefined);
  if (section === undefined || services.length === 0) return [];
  return [
    { span: section.key.span, title: 'Run all services', command: commands.composeUp, arguments: [{ uri }] },
    ...services.map(({ key, name }) => ({
      span: key.span,
      title: 'Run service',
      command: commands.composeUp,
      arguments: [{ uri, services: [name] }],
    })),
  ];
}
