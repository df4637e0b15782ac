import { kubectl } from '../../commands.ts';
import { defineMode } from '../../mode.ts';
import { claimBound, seeClaim } from '../claims.ts';

export const mode = defineMode({
  id: 'storage/csi-driver-unauthorized',
  level: 'root',
  basis: 'contract',
  whose: 'subject',
  signs: [
    { finding: 'csi-identity-refused', chance: 0.98, speaks: true },
    // The controllers go on to say that they wait for the driver, or that the attach failed.
    { finding: 'provisioner-silent', chance: 0.6, alternative: true },
    { finding: 'volume-not-attached', chance: 0.5, alternative: true },
    { finding: 'pods-not-ready', chance: 0.9, alternative: true },
    { finding: 'no-ready-pods', chance: 0.7, alternative: true },
  ],
  breaks: 'down',
  immediate: [
    seeClaim,
    {
      id: 'see-identity',
      commands: ({ component }) => [
        kubectl({ ...component, namespace: 'kube-system' }, 'get', 'serviceaccounts', '-o', 'yaml'),
      ],
    },
    { id: 'trust-identity' },
    { id: 'restart-driver' },
  ],
  permanent: [{ id: 'identity-as-code' }, { id: 'test-provisioning' }],
  verify: [claimBound],
});
