import { shellWord } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/mtu-mismatch',
  level: 'root',
  basis: 'lab',
  whose: 'client',
  signs: [
    { finding: 'large-packets-lost', chance: 0.95, speaks: true, alternative: true },
    { finding: 'requests-hang', chance: 0.9, speaks: true, alternative: true },
    { finding: 'requests-unanswered', chance: 0.4, speaks: true, alternative: true },
  ],
  askedOf: ['way-closed-to-probe'],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'find-mtu',
      commands: ({ facts }) => [`ping -M do -c 3 -s 1372 ${shellWord(String(facts.host ?? 'HOST'))}`],
    },
    { id: 'see-interfaces' },
    { id: 'lower-mtu' },
  ],
  permanent: [{ id: 'clamp-mss' }, { id: 'allow-icmp' }],
  verify: [samplesArrive],
});
