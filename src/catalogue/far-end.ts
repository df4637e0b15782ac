/** Addresses and names of a cluster or a private network. */
const INSIDE =
  /\.svc\b|\.cluster\.local|\blocalhost\b|\b(?:10|127)\.\d{1,3}\.\d{1,3}\.\d{1,3}|\b192\.168\.\d{1,3}\.\d{1,3}|\b172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}/;

/** A host of a name with a top-level domain, or a public address, where an error names whom it could not reach. */
const NAMED = /(?:https?:\/\/|lookup |dial tcp |host=)([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/;

/** Whether the words of an error say that the far end lies outside the clusters: false where they do not tell. */
export const isFarEndOutside = (words: unknown): boolean =>
  typeof words === 'string' && NAMED.test(words) && !INSIDE.test(words);
