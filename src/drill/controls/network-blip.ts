import { setTimeout as sleep } from 'node:timers/promises';
import { defineControl } from '../control.ts';
import { arrivesWithin } from '../effects.ts';
import { dropRemoteWrite } from '../site.ts';

const BLIP_MS = 5000;

/** Nothing of the edge came through for some seconds, and everything does again. */
export const control = defineControl({
  name: 'network-blip',
  lab: { pipeline: 'plain' },
  visibleAfter: 60,
  isMoment: true,
  happens: async (context) => {
    const end = await dropRemoteWrite(context);
    await sleep(BLIP_MS);
    await end();
  },
  effect: arrivesWithin(20, ({ edge }) => edge),
});
