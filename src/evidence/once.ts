/**
 * A function that works its answer out once for each object that it is asked about, and forgets it with the object.
 * Evidence does not change once it is read: what follows from it does not either.
 */
export function once<T extends object, R>(work: (about: T) => R): (about: T) => R {
  const known = new WeakMap<T, { result: R }>();
  return (about) => {
    let found = known.get(about);
    if (!found) {
      found = { result: work(about) };
      known.set(about, found);
    }
    return found.result;
  };
}
