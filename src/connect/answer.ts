import { STATUS_CODES } from 'node:http';
import { text } from '../evidence/json.ts';

export const looksLikeHtml = (body: string): boolean =>
  /^\s{0,100}<(!doctype|html|head|body)/i.test(body.slice(0, 200));

/** Why an API server, or a proxy before it, said no: the message of a Status object, or whatever came. Never empty. */
export function refusalMessage(status: number, body: string): string {
  try {
    const value: unknown = JSON.parse(body);
    const message = text(value, 'message');
    if (message) return message;
    // A page of its own, such as Grafana's health: what it says is on no first line.
    if (typeof value === 'object' && value !== null) return JSON.stringify(value).slice(0, 300);
  } catch {
    // Not JSON: a proxy answered.
  }
  const said = looksLikeHtml(body) ? 'HTML' : (body.trim().split('\n', 1)[0] ?? '').slice(0, 200);
  return said || (STATUS_CODES[status] ?? 'no words');
}
