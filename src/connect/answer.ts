import { STATUS_CODES } from 'node:http';
import { text } from '../evidence/json.ts';

export const looksLikeHtml = (body: string): boolean =>
  /^\s{0,100}<(!doctype|html|head|body)/i.test(body.slice(0, 200));

/** Why an API server, or a proxy before it, said no: the message of a Status object, or whatever came. Never empty. */
export function refusalMessage(status: number, body: string): string {
  try {
    const message = text(JSON.parse(body), 'message');
    if (message) return message;
  } catch {
    // Not JSON: a proxy answered.
  }
  const said = looksLikeHtml(body) ? 'HTML' : (body.trim().split('\n', 1)[0] ?? '').slice(0, 200);
  return said || (STATUS_CODES[status] ?? 'no words');
}
