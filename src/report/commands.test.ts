import { describe, expect, it } from 'vitest';
import { printsSecret } from '../catalogue/secrets.testing.ts';
import { commandFor, grantFor } from './commands.ts';

const PATHS = [
  '/api/v1/namespaces/ns/secrets/objstore',
  '/api/v1/namespaces/ns/secrets/obj%20store',
  '/api/v1/namespaces/ns/secrets',
  '/api/v1/secrets',
  '/api/v1/secrets?labelSelector=a%3Db',
  '/api/v1/namespaces/ns/secrets/objstore?watch=1',
];

describe('the command for a look', () => {
  it.each(PATHS)('shows no value of a Secret: %s', (path) => {
    expect(commandFor('hub', path)).toContain('secret');
    expect(commandFor('hub', path)).not.toContain('--raw');
    expect(printsSecret(commandFor('hub', path))).toBe(false);
    expect(printsSecret(grantFor('hub', path))).toBe(false);
  });

  it('shows the keys of a Secret', () => {
    expect(commandFor('hub', '/api/v1/namespaces/ns/secrets/objstore')).toBe(
      'kubectl --context hub -n ns describe secret objstore',
    );
  });

  it('asks for what has no shorter form raw', () => {
    expect(commandFor('hub', '/version')).toBe('kubectl --context hub get --raw /version');
  });
});
