import type { MessageKey, MessageParams } from '../messages/messages.ts';

/** How the lab tells what it is doing. `step` begins a line, `detail` replaces its end, `done` closes it. */
export interface Progress {
  step(key: MessageKey, params?: MessageParams): void;
  detail(text: string): void;
  done(): void;
}
