import { containersView } from './containers.ts';
import { hostsView } from './hosts.ts';
import { imagesView } from './images.ts';
import { swarmView } from './swarm.ts';
import type { View } from './view.ts';

/** Every view, in the order of the sidebar. */
export const views: readonly View[] = [containersView, imagesView, swarmView, hostsView];
