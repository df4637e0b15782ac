import type { LogLine } from '../../evidence/logs.ts';
import { withoutSecrets } from '../../evidence/redact.ts';

/**
 * What programs write when something fails, as lower-case literals. Each is from the named upstream source;
 * they are compared by inclusion, which is linear whatever the line holds.
 */

/** A process that refuses its flags and ends. */
export const FLAGS_REFUSED: readonly string[] = [
  'error parsing commandline arguments', // thanos cmd/thanos/main.go
  'error parsing command line arguments', // prometheus cmd/prometheus/main.go (2.x, 3.x)
  'unknown long flag', // kingpin parser.go: Prometheus, Thanos, exporters, Alertmanager
  'unknown short flag', // kingpin parser.go
];

/** A process that refuses its configuration, rules or flags and ends. */
export const CONFIG_REFUSED: readonly string[] = [
  ...FLAGS_REFUSED,
  'error loading config', // prometheus cmd/prometheus/main.go (2.x, 3.x)
  'parsing yaml file', // prometheus config/config.go
  'can not be used in agent mode', // prometheus cmd/prometheus/main.go: flags of the other mode
  'can not be used in server mode', // as above
  'is not allowed in agent mode', // prometheus config/config.go: fields of the other mode
  'expected argument for flag', // kingpin parsers.go
  'enum value must be one of', // kingpin values.go
  'required flag', // kingpin app.go
  'expected command but got', // kingpin parser.go
  'unexpected argument', // kingpin app.go
  'flag provided but not defined', // Go flag package: SeaweedFS, many others
  'for flag -', // Go flag package: `invalid value "x" for flag -y`
  'unknown flag:', // pflag: cobra programs
  'unknown shorthand flag', // pflag
  'error during parsing', // CoreDNS (caddy controller)
  'unknown directive', // CoreDNS (caddy): plugin that is not built in
  'parse limit configuration', // thanos cmd/thanos/receive.go
  'configuration file is not parsable', // thanos pkg/receive/config.go
  'configuration file is empty', // thanos pkg/receive/config.go
  'yaml: unmarshal errors', // gopkg.in/yaml
  'yaml: line ', // gopkg.in/yaml
  'cannot unmarshal', // yaml and encoding/json
  'error converting yaml to json', // sigs.k8s.io/yaml
];

/** A process that runs and does not take a newer configuration. */
export const RELOAD_REFUSED: readonly string[] = [
  'error reloading config', // prometheus cmd/prometheus/main.go
  'failed to reload config', // prometheus cmd/prometheus/main.go: auto-reload
  'failed to apply configuration', // prometheus cmd/prometheus/main.go
  'failed to load configuration file', // thanos pkg/receive/config.go
];

/** Configuration of the object store is a cause of its own: these lines are not about the process itself. */
export const ABOUT_OBJECT_STORE: readonly string[] = ['bucket', 'objstore', 'object store', 's3 endpoint'];

/** An operation on the object store failed, for whatever reason. */
export const OBJSTORE_FAILED: readonly string[] = [
  'iter bucket', // thanos pkg/block/fetcher.go
  'basefetcher', // thanos pkg/block/fetcher.go
  'upload failed', // thanos cmd/thanos/receive.go
  'shipping failed', // thanos pkg/shipper/shipper.go
  'upload chunks', // thanos pkg/block/block.go
  's3 object', // objstore providers/s3: stat, upload
  'failed to iterate', // thanos pkg/compact
  'check exists', // thanos pkg/shipper/shipper.go
];

/** An operation on the object store worked: what failed before it is over. */
export const OBJSTORE_WORKS: readonly string[] = [
  'successfully synchronized block metadata', // thanos pkg/block/fetcher.go
  'upload new block', // thanos pkg/shipper/shipper.go
  'start of gc', // thanos pkg/compact: after a sync that worked
  'start of compactions', // as above
];

/** Remote write could not deliver a batch. */
export const SEND_FAILED: readonly string[] = [
  'failed to send batch, retrying', // prometheus storage/remote/queue_manager.go
  'non-recoverable error', // as above
  'remote write failed', // distributions that patch it
];

export function matches(line: LogLine, texts: readonly string[]): string | null {
  const message = line.message.toLowerCase();
  return texts.find((text) => message.includes(text)) ?? null;
}

/** The newest line that says one of the texts. Lines are in the order of time. */
export function lastMatch(
  lines: readonly LogLine[],
  texts: readonly string[],
): { line: LogLine; index: number } | null {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line && matches(line, texts)) return { line, index };
  }
  return null;
}

/** The end of a chain of Go errors (`outer: inner: cause`), which says most, within a length; without secrets. */
export function tellingWords(message: string, length = 200): string {
  const words = withoutSecrets(message).replace(/\s+/g, ' ').trim();
  if (words.length <= length) return words;
  const parts = words.split(': ');
  let kept = parts.pop() ?? '';
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const longer = `${part}: ${kept}`;
    if (longer.length > length) break;
    kept = longer;
  }
  return `… ${kept.slice(0, length)}`;
}

/** An error of Thanos without the call stack that it is printed with: what was wrapped, inmost first. */
export function withoutStack(message: string): string {
  return message
    .split('\n')
    .filter(
      (line) =>
        !/^\s*(?:[\w.-]{1,80}\/\S{0,200}|runtime\.\S{1,100}|main\.\S{1,100})(?::\d{1,7})?\s*$/.test(line),
    )
    .join(': ');
}
