import { objectCommand } from './command.ts';

/** Takes the mark of production from hosts. */
export const hostUnmarkProduction = objectCommand({
  id: 'host.unmarkProduction',
  title: 'Not Production Any More',
  description: 'Takes the mark of production from a host.',
  kind: 'host',
  states: ['production'],
  place: 'edit',
  async run(chosen, { settings, preferences }) {
    const names = new Set(chosen.map(({ host }) => host.name));
    const rest = settings['gantry.hosts.production'].filter((name) => !names.has(name));
    await preferences.setSetting('gantry.hosts.production', rest);
  },
});
