import { kubectl, shellWord } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/tls-expired',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'certificate-expired', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'see-certificate',
      commands: ({ facts }) => [
        `openssl s_client -connect ${shellWord(`${facts.host ?? 'HOST'}:${facts.port ?? 443}`)} -servername ${shellWord(String(facts.host ?? 'HOST'))} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
      ],
    },
    {
      id: 'renew',
      commands: ({ component }) => [kubectl(component, 'get', 'certificates,certificaterequests,secrets')],
    },
    { id: 'check-clock' },
  ],
  permanent: [{ id: 'renew-by-itself' }, { id: 'watch-expiry' }],
  verify: [samplesArrive],
});
