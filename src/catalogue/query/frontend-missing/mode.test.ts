import { describe, it } from 'vitest';

describe('query/frontend-missing', () => {
  it.todo('x');
});
