import { podKey } from '../../evidence/evidence.ts';
import type { Component } from '../../fleet/fleet.ts';
import type { FindingContext } from '../context.ts';
import { type Quote, quote } from '../finding.ts';
import { note } from '../notes.ts';

/** Of each pod's head, so many metrics and labels are named. */
const NAMED = 2;
const MAX_QUOTES = 6;
/** A head that is so small is no reason for anything. */
const MIN_SERIES = 1000;

/** What the series of these parts are made of, as they say themselves: the largest metrics and labels of each head. */
export function largestSeries(context: FindingContext, components: readonly Component[]): Quote[] {
  return components
    .flatMap((component) => {
      const { seriesStats } = context.clusterOf(component);
      return context.pods(component).flatMap((pod) => {
        const look = seriesStats.get(podKey(pod));
        if (!look?.seen) return [];
        const heads = look.value
          .filter(({ series }) => series >= MIN_SERIES)
          .sort((a, b) => b.series - a.series)
          .slice(0, 1);
        return heads.flatMap(({ tenant, metrics, labels }) => {
          return [
            ...metrics.slice(0, NAMED).map(({ name, count }) => note('metric-series', { name, count })),
            ...labels.slice(0, NAMED).map(({ name, count }) => note('label-values', { name, count })),
          ].map((words) =>
            quote(look.source, tenant === null ? words : note('tenant-says', { tenant, words })),
          );
        });
      });
    })
    .slice(0, MAX_QUOTES);
}
