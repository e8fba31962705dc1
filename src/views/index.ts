import { containersView } from './containers.ts';
import { hostsView } from './hosts.ts';
import { imagesView } from './images.ts';
import { networksView } from './networks.ts';
import { swarmView } from './swarm.ts';
import type { View } from './view.ts';
import { volumesView } from './volumes.ts';

/** Every view, in the order of the sidebar. */
export const views: readonly View[] = [
  containersView,
  imagesView,
  networksView,
  volumesView,
  swarmView,
  hostsView,
];
