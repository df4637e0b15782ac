/**
 * A function that works its answer out once for each object that it is asked about, and forgets it with the object.
 * Evidence and fleets do not change once they are read: what follows from them does not either.
 */
export function once<T extends object, R>(work: (about: T) => R): (about: T) => R {
  const known = new WeakMap<T, R>();
  return (about) => {
    const found = known.get(about);
    if (found !== undefined || known.has(about)) return found as R;
    const result = work(about);
    known.set(about, result);
    return result;
  };
}

/** The same for what is asked about two objects: it is forgotten with either. */
export function onceForBoth<A extends object, B extends object, R>(
  work: (one: A, other: B) => R,
): (one: A, other: B) => R {
  const about = once((one: A) => once((other: B) => work(one, other)));
  return (one, other) => about(one)(other);
}
