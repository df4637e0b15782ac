import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext, FindingRule } from '../context.ts';
import { absent, type Finding, present, quote, unknown } from '../finding.ts';
import { note } from '../notes.ts';

/** Fewer failures may be one receiver's bad minute. */
const MIN_FAILED = 3;
/** Of one integration, so large a share since the start of the process: it does not work, whatever the reason. */
const SHARE = 0.5;

/** Whether notifications of an Alertmanager arrive, by its own count; why not, its log says. */
export const notifications: FindingRule = {
  name: 'alertmanager/notifications',
  look: (context) => context.index.byRole('alertmanager').map((component) => look(context, component)),
};

function look(context: FindingContext, component: Component): Finding {
  const type = 'notifications-failing';
  const pages = context.metrics(component);
  for (const { look: page } of pages) {
    if (!page.seen) continue;
    const failed = countByIntegration(page.value.samples('alertmanager_notifications_failed_total'));
    const sent = countByIntegration(page.value.samples('alertmanager_notifications_total'));
    for (const [integration, count] of failed) {
      if (count < MIN_FAILED || count < SHARE * (sent.get(integration) ?? 0)) continue;
      const all = sent.get(integration) ?? count;
      const words = note('notifications-failed', { failed: count, all, integration });
      const facts = { integration, words };
      return present(type, component.ref, { evidence: [quote(page.source, words)], facts });
    }
  }
  const blind = pages.find(({ look: page }) => !page.seen)?.look;
  return blind && !blind.seen ? unknown(type, component.ref, blind.reason) : absent(type, component.ref);
}

function countByIntegration(
  samples: readonly { labels: Readonly<Record<string, string>>; value: number }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels, value } of samples) {
    // 0.28 and newer split by reason and receiver: a reload or shutdown that cancels is no failure.
    if (labels.reason === 'contextCanceled') continue;
    const integration = labels.integration ?? '';
    counts.set(integration, (counts.get(integration) ?? 0) + value);
  }
  return counts;
}
