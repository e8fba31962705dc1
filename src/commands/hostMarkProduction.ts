import { objectCommand } from './command.ts';

/** Marks hosts as being in production. */
export const hostMarkProduction = objectCommand({
  id: 'host.markProduction',
  title: 'Mark as Production',
  description:
    'Marks a host as being in production: it stands out by its colour, and what removes something there asks for its name. It is kept in the setting `gantry.hosts.production`.',
  icon: 'shield',
  kind: 'host',
  states: ['unmarked'],
  place: 'edit',
  async run(chosen, { settings, preferences }) {
    const names = [...settings['gantry.hosts.production'], ...chosen.map(({ host }) => host.name)];
    await preferences.setSetting('gantry.hosts.production', [...new Set(names)]);
  },
});
