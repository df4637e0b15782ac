import { kubectl } from '../commands.ts';
import type { Remedy, RemedyContext } from '../mode.ts';

/** Steps about a claim that the modes of storage share; each mode has its own words for them. */

/** The claim that the finding names; a person fills it in where a text did not tell. */
export const claimOf = ({ facts }: Pick<RemedyContext, 'facts'>): string => String(facts.claim || 'CLAIM');

/** What the controllers say about the claim: its events are at the end. */
export const seeClaim: Remedy = {
  id: 'see-claim',
  commands: (context) => [kubectl(context.component, 'describe', 'pvc', claimOf(context))],
};

export const claimBound: Remedy = {
  id: 'claim-bound',
  commands: (context) => [
    kubectl(
      context.component,
      'wait',
      '--for=jsonpath={.status.phase}=Bound',
      `pvc/${claimOf(context)}`,
      '--timeout=120s',
    ),
  ],
};
