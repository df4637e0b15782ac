import { claimsOf, grownTemplates } from '../../evidence/views.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Whether claims that should be larger, as their workload says, are of a class that lets them grow. */
export const expansion: FindingRule = {
  name: 'storage/expansion',
  look: (context) => context.fleet.components.flatMap((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding[] {
  const found = context.workload(component);
  if (!found || component.ref.container !== null) return [];
  const cluster = context.clusterOf(component);
  const grown = grownTemplates(found.workload, claimsOf(cluster, component));
  if (grown.length === 0) return [];
  const [classes] = cluster.storageClasses.values();
  if (!classes?.seen) return [unknown('expansion-refused', component.ref, classes?.reason ?? 'not-recorded')];
  for (const { claim, wanted } of grown) {
    const own = classes.value.find(({ meta }) => meta.name === claim.storageClass);
    if (!own || own.allowsExpansion) continue;
    return [
      present('expansion-refused', component.ref, {
        evidence: [
          quote(
            found.source,
            note('template-asks', {
              ...{ object: `${component.ref.kind} ${component.ref.name}`, size: wanted },
            }),
          ),
          quote(cluster.claims.source, `PersistentVolumeClaim ${claim.meta.name}: ${claim.size}`),
          quote(classes.source, note('class-fixed', { name: own.meta.name, driver: own.provisioner })),
        ],
        facts: {
          ...{ claim: claim.meta.name, storageClass: own.meta.name, driver: own.provisioner },
          ...{ size: claim.size ?? '', wanted },
        },
      }),
    ];
  }
  return [absent('expansion-refused', component.ref)];
}
