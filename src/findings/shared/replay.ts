import type { LogLine } from '../../evidence/logs.ts';

/** A process that reads its WAL says so. Source: prometheus tsdb/head.go, tsdb/agent/db.go. */
const BEGINS = ['replaying wal', 'replaying on-disk memory mappable chunks', 'wal segment loaded'];
const ENDS = [
  'wal replay completed',
  'tsdb started',
  'agent wal storage started',
  'server is ready to receive',
];

/** Whether the last that was said of the WAL is that it is still being read. */
export function isReplaying(lines: readonly LogLine[]): boolean {
  for (const { message } of lines.toReversed()) {
    const words = message.toLowerCase();
    if (ENDS.some((text) => words.includes(text))) return false;
    if (BEGINS.some((text) => words.includes(text))) return true;
  }
  return false;
}
