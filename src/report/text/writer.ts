import { type Language, type MessageKey, type MessageParams, message } from '../../messages/messages.ts';
import { clean } from '../../terminal.ts';
import { wrap } from './wrap.ts';

/** How the terminal marks things; the identity functions where it has no colours. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
}

export interface TextOptions {
  language: Language;
  /** Cells of the terminal. */
  width: number;
  style: Style;
  /** The kubeconfig file that was named, for commands that are pasted. */
  kubeconfig?: string;
}

/** Lines of a report, in one language and width. */
export class Writer {
  readonly #lines: string[] = [];
  readonly #options: TextOptions;

  constructor(options: TextOptions) {
    this.#options = options;
  }

  get style(): Style {
    return this.#options.style;
  }

  get width(): number {
    return this.#options.width;
  }

  get language(): Language {
    return this.#options.language;
  }

  text(key: MessageKey, params: MessageParams = {}): string {
    return message(this.#options.language, key, params);
  }

  line(text: string): void {
    this.#lines.push(text);
  }

  blank(): void {
    if (this.#lines.at(-1) !== '') this.#lines.push('');
  }

  prose(text: string, indent = ''): void {
    this.#lines.push(wrap(clean(text), this.#options.width, indent));
  }

  heading(key: MessageKey): void {
    this.blank();
    this.#lines.push(this.style.bold(this.text(key)));
  }

  toString(): string {
    return `${this.#lines.join('\n')}\n`;
  }
}
