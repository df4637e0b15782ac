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
  for (const members of connectedParts(network)) {
    const part = partOf(network, members);
    const own = members.length <= EXACT ? overAllSets(part) : overNeighbourhood(part);
    members.forEach((index, place) => {
      result[index] = own[place] ?? 0;
    });
  }
  return result;
}

/** Hypotheses that hang together, by their places in it, with what they explain. */
interface Part {
  /** Logarithm of the odds that each is at work, before what is present. */
  odds: number[];
  explains: Group[][];
}

/** Findings that the same hypotheses explain equally well: a fleet has many of one kind. */
interface Group {
  leak: number;
  count: number;
  /** Chance that each hypothesis makes one of them show, by place. */
  chances: ReadonlyMap<number, number>;
}

function partOf({ hypotheses, leaks }: Network, members: readonly number[]): Part {
  const byFinding = new Map<number, Map<number, number>>();
  const odds: number[] = [];
  members.forEach((index, place) => {
    const { prior, absence, explains } = hypotheses[index] as Hypothesis;
    odds.push(Math.log(prior / (1 - prior)) + Math.log(absence));
    for (const [finding, chance] of explains)
      byFinding.set(finding, (byFinding.get(finding) ?? new Map()).set(place, chance));
  });
  const groups = new Map<string, Group>();
  for (const [finding, chances] of byFinding) {
    const leak = leaks[finding] ?? 0;
    const key = `${leak} ${[...chances].join(' ')}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { leak, count: 1, chances });
  }
  const explains = members.map((): Group[] => []);
  for (const group of groups.values()) for (const place of group.chances.keys()) explains[place]?.push(group);
  return { odds, explains };
}

/** Logarithm of the chance that a group's findings are present while these causes, in the order of places, are at work. */
function shown({ leak, count, chances }: Group, atWork: readonly number[]): number {
  let notShown = 1 - leak;
  for (const place of atWork) notShown *= 1 - (chances.get(place) ?? 0);
  return count * Math.log(1 - notShown);
}

/** Every set is a number whose bits are its members. */
function overAllSets({ odds, explains }: Part): number[] {
  const groups = [...new Set(explains.flat())].map((group) => ({ group, places: [...group.chances.keys()] }));
  const logs = Array.from({ length: 2 ** odds.length }, (_, set) => {
    const isIn = (place: number) => (set & (1 << place)) !== 0;
    let log = 0;
    odds.forEach((own, place) => {
      if (isIn(place)) log += own;
    });
    for (const { group, places } of groups) log += shown(group, places.filter(isIn));
    return log;
  });
  const best = logs.reduce((a, b) => Math.max(a, b));
  const result = odds.map(() => 0);
  let total = 0;
  logs.forEach((log, set) => {
    const weight = Math.exp(log - best);
    total += weight;
    for (const place of odds.keys()) {
      if (set & (1 << place)) result[place] = (result[place] ?? 0) + weight;
    }
  });
  return result.map((weight) => weight / total);
}

/** Hypotheses that share a finding, directly or through others, belong together. */
function connectedParts(network: Network): number[][] {
  const byFinding = new Map<number, number[]>();
  network.hypotheses.forEach(({ explains }, index) => {
    for (const finding of explains.keys()) push(byFinding, finding, index);
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

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/**
 * A set of causes that changes by one at a time. What a change is worth costs what the one explains and the causes at
 * work that explain it too, however many others could; and it is worked out anew only where one of them changed sides.
 */
class CauseSet {
  readonly #part: Part;
  readonly #members = new Set<number>();
  /** The members that explain a group, in the order of places. */
  readonly #atWork = new Map<Group, readonly number[]>();
  /** What each change is worth, until one that explains some of the same changes sides. */
  readonly #worths: (number | undefined)[] = [];

  constructor(part: Part) {
    this.#part = part;
  }

  get members(): ReadonlySet<number> {
    return this.#members;
  }

  /** What the logarithm of the set's weight changes by when one changes sides. */
  worth(place: number): number {
    const known = this.#worths[place] ?? this.worthWithout(null, place);
    this.#worths[place] = known;
    return known;
  }

  /** The same, after another has left the set. */
  worthWithout(left: number | null, place: number): number {
    const isIn = this.#members.has(place);
    let log = (this.#part.odds[place] ?? 0) * (isIn ? -1 : 1);
    for (const group of this.#part.explains[place] ?? []) {
      const now = (this.#atWork.get(group) ?? []).filter((one) => one !== left);
      log += shown(group, flipped(now, place)) - shown(group, now);
    }
    return log;
  }

  flip(place: number): void {
    if (!this.#members.delete(place)) this.#members.add(place);
    this.#worths[place] = undefined;
    for (const group of this.#part.explains[place] ?? []) {
      this.#atWork.set(group, flipped(this.#atWork.get(group) ?? [], place));
      for (const other of group.chances.keys()) this.#worths[other] = undefined;
    }
  }
}

/** Places in their order, without one that is among them, or with one that is not. */
function flipped(places: readonly number[], place: number): readonly number[] {
  if (places.includes(place)) return places.filter((one) => one !== place);
  const after = places.findIndex((one) => one > place);
  return places.toSpliced(after < 0 ? places.length : after, 0, place);
}

/** One cause that takes the place of another, where both explain some of the same; others change sides by themselves. */
function* exchanges(part: Part, set: CauseSet): Generator<{ out: number; into: number; worth: number }> {
  for (const out of set.members) {
    const alike = new Set((part.explains[out] ?? []).flatMap(({ chances }) => [...chances.keys()]));
    const loss = set.worth(out);
    for (const into of [...alike].sort((a, b) => a - b)) {
      if (!set.members.has(into)) yield { out, into, worth: loss + set.worthWithout(out, into) };
    }
  }
}

/** An improvement counts from here: less is rounding. */
const BETTER = 1e-9;

/** The best set that adding, removing and exchanging single causes finds, and all sets one such step from it. */
function overNeighbourhood(part: Part): number[] {
  const set = bestSet(part);
  const single = part.odds.map((_, place) => Math.exp(set.worth(place)));
  const sum = (isIn: boolean) =>
    single.reduce((total, weight, place) => (set.members.has(place) === isIn ? total + weight : total), 0);
  const [removed, added] = [sum(true), sum(false)];
  // An exchange of two that share nothing weighs as much as both steps together.
  const changed = single.map((weight, place) => weight * (1 + (set.members.has(place) ? added : removed)));
  let total = 1 + removed + added + removed * added;
  for (const { out, into, worth } of exchanges(part, set)) {
    const more = Math.exp(worth) - (single[out] ?? 0) * (single[into] ?? 0);
    total += more;
    changed[out] = (changed[out] ?? 0) + more;
    changed[into] = (changed[into] ?? 0) + more;
  }
  return changed.map((weight, place) => (set.members.has(place) ? total - weight : weight) / total);
}

/** Adds what makes it better, then takes one out or exchanges one, until nothing makes it better. */
function bestSet(part: Part): CauseSet {
  const set = new CauseSet(part);
  for (let step = [0]; step.length > 0; ) {
    // The more is in it, the less another adds: what is not worth it now will not be.
    for (const place of part.odds.keys())
      if (!set.members.has(place) && set.worth(place) > BETTER) set.flip(place);
    step = betterStep(part, set);
    for (const place of step) set.flip(place);
  }
  return set;
}

function betterStep(part: Part, set: CauseSet): number[] {
  for (const place of set.members) if (set.worth(place) > BETTER) return [place];
  for (const { out, into, worth } of exchanges(part, set)) if (worth > BETTER) return [out, into];
  return [];
}
