import { isWithin } from './file/versions.ts';
import { flagValue } from './flags.ts';
import type { Component } from './fleet.ts';

/** Versions of Thanos in which a write must be taken by both of two replicas; later ones are content with one (thanos#7669). */
export const NEEDS_BOTH = ['0.0', '0.36'] as const;

/** How many replicas must take a write: `writeQuorum` of thanos pkg/receive/handler.go. An unknown version counts as a late one. */
export function writeQuorum(replicationFactor: number, version: string): number {
  if (replicationFactor === 2 && !isWithin(version, NEEDS_BOTH)) return 1;
  return Math.floor(replicationFactor / 2) + 1;
}

/** The replication factor of a Receive that runs, and the replicas that a write of it needs. */
export function quorumOf({ args, image }: Component): { factor: number; needed: number } {
  const factor = Number(flagValue(args, '--receive.replication-factor') ?? '1');
  const [, version = ''] = /:(v?\d{1,4}\.\d{1,4})[^/:]{0,100}(?:@|$)/.exec(image) ?? [];
  return { factor, needed: writeQuorum(factor, version) };
}
