/**
 * A noisy-OR network in two layers: hypotheses (causes) and findings. A finding is present if at least one
 * cause at work makes it so, or, with a small chance (the leak), by something that the catalogue does not know.
 * Source: Henrion's noisy-OR and the QMR-DT network; the sums over sets of causes are exact while few
 * causes are possible, and over the neighbourhood of the best set where many are.
 */
export interface Hypothesis {
  prior: number;
  /** Chance that it makes each present finding show, by index of the finding. */
  explains: ReadonlyMap<number, number>;
  /** Chance that everything which is absent would be so although the cause is at work. */
  absence: number;
}

export interface Network {
  hypotheses: readonly Hypothesis[];
  /** Leak of each present finding. */
  leaks: readonly number[];
}

/** Up to this many hypotheses in one connected part, all sets are summed. */
const EXACT = 12;

/** Posterior probability of each hypothesis. Parts that share no finding are solved apart: cost is linear in parts. */
export function posteriors(network: Network): number[] {
  const result = network.hypotheses.map(() => 0);
  for (const part of connectedParts(network)) {
    const sets = part.length <= EXACT ? allSets(part) : neighbourhood(network, part);
    const findings = [
      ...new Set(part.flatMap((index) => [...(network.hypotheses[index]?.explains.keys() ?? [])])),
    ];
    const logs = sets.map((set) => logWeight(network, findings, set));
    const best = Math.max(...logs);
    let total = 0;
    sets.forEach((set, index) => {
      const weight = Math.exp((logs[index] ?? best) - best);
      total += weight;
      for (const member of set) result[member] = (result[member] ?? 0) + weight;
    });
    for (const index of part) result[index] = (result[index] ?? 0) / total;
  }
  return result;
}

/** Logarithm of the joint probability of a set of causes and the findings that are present. */
function logWeight(network: Network, findings: readonly number[], set: readonly number[]): number {
  let log = 0;
  for (const index of set) {
    const { prior, absence } = network.hypotheses[index] as Hypothesis;
    log += Math.log(prior / (1 - prior)) + Math.log(absence);
  }
  for (const finding of findings) {
    let notShown = 1 - (network.leaks[finding] ?? 0);
    for (const index of set) notShown *= 1 - (network.hypotheses[index]?.explains.get(finding) ?? 0);
    log += Math.log(1 - notShown);
  }
  return log;
}

/** Hypotheses that share a finding, directly or through others, belong together. */
function connectedParts(network: Network): number[][] {
  const byFinding = new Map<number, number[]>();
  network.hypotheses.forEach(({ explains }, index) => {
    for (const finding of explains.keys()) byFinding.set(finding, [...(byFinding.get(finding) ?? []), index]);
  });
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const start of network.hypotheses.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const part: number[] = [];
    const queue = [start];
    for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
      part.push(current);
      for (const finding of network.hypotheses[current]?.explains.keys() ?? []) {
        for (const neighbour of byFinding.get(finding) ?? []) {
          if (seen.has(neighbour)) continue;
          seen.add(neighbour);
          queue.push(neighbour);
        }
        byFinding.delete(finding); // Its hypotheses are all in the queue now.
      }
    }
    parts.push(part.sort((a, b) => a - b));
  }
  return parts;
}

function allSets(part: readonly number[]): number[][] {
  let sets: number[][] = [[]];
  for (const index of part) sets = sets.concat(sets.map((set) => [...set, index]));
  return sets;
}

/** The best set that adding, removing and exchanging single causes finds, and all sets one or two such steps from it. */
function neighbourhood(network: Network, part: readonly number[]): number[][] {
  const findings = [
    ...new Set(part.flatMap((index) => [...(network.hypotheses[index]?.explains.keys() ?? [])])),
  ];
  const weigh = (set: readonly number[]) => logWeight(network, findings, set);
  let best: number[] = [];
  let bestWeight = weigh(best);
  for (let improved = true; improved; ) {
    improved = false;
    for (const candidate of oneStep(best, part)) {
      const weight = weigh(candidate);
      if (weight > bestWeight + 1e-9) {
        best = candidate;
        bestWeight = weight;
        improved = true;
        break;
      }
    }
  }
  return oneStep(best, part).concat([best]);
}

function oneStep(set: readonly number[], part: readonly number[]): number[][] {
  const inside = new Set(set);
  const outside = part.filter((index) => !inside.has(index));
  return [
    ...outside.map((added) => [...set, added]),
    ...set.map((removed) => set.filter((index) => index !== removed)),
    ...set.flatMap((removed) => outside.map((added) => [...set.filter((index) => index !== removed), added])),
  ];
}
