import type { CommandContext } from './command.ts';

/** What is kept of a context by its name goes over to its new one: where it is used, and that it is in production. */
export async function moveHost(
  { hosts, settings, preferences }: Pick<CommandContext, 'hosts' | 'settings' | 'preferences'>,
  name: string,
  to: string,
): Promise<void> {
  const { active, open } = hosts.remembered;
  hosts.refresh();
  if (active === `context:${name}`) hosts.use(`context:${to}`);
  if (open.includes(`context:${name}`)) {
    hosts.disconnect(`context:${name}`);
    hosts.connect(`context:${to}`);
  }
  const marked = settings['gantry.hosts.production'];
  if (!marked.includes(name)) return;
  const renamed = marked.map((each) => (each === name ? to : each));
  await preferences.setSetting('gantry.hosts.production', renamed);
}
