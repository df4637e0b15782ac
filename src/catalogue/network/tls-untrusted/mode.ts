import { kubectl, shellWord } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { samplesArrive } from '../../shared-steps.ts';

export const mode = defineMode({
  id: 'network/tls-untrusted',
  level: 'root',
  basis: 'lab',
  whose: 'subject',
  signs: [{ finding: 'certificate-untrusted', chance: 0.97, speaks: true }],
  breaks: 'traffic-stopped',
  immediate: [
    {
      id: 'see-certificate',
      commands: ({ facts }) => [
        `openssl s_client -connect ${shellWord(`${facts.host ?? 'HOST'}:${facts.port ?? 443}`)} -servername ${shellWord(String(facts.host ?? 'HOST'))} </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName`,
      ],
    },
    { id: 'set-ca', commands: ({ component }) => [kubectl(component, 'get', 'secrets,configmaps')] },
    { id: 'reissue' },
  ],
  permanent: [{ id: 'shared-ca' }, { id: 'right-names' }],
  verify: [samplesArrive],
});
