import { describe, expect, it } from 'vitest';
import { coresOf, readNodeUsage, readPodUsage } from './usage.ts';

describe('what the resource metrics API tells', () => {
  it('reads cores of any unit, and nothing of what is no quantity', () => {
    expect(['12345678n', '250u', '120m', '2', '1.5'].map(coresOf)).toEqual([
      0.012345678, 0.00025, 0.12, 2, 1.5,
    ]);
    expect([null, '', '-1', '1e400', 'NaN', '5x'].map(coresOf)).toEqual([null, null, null, null, null, null]);
  });

  it('reads the containers of a pod', () => {
    const item = {
      metadata: { name: 'memcached-0', namespace: 'm' },
      containers: [
        { name: 'memcached', usage: { cpu: '1000000n', memory: '64Mi' } },
        { name: 'other', usage: { cpu: 7, memory: 'much' } },
        { usage: {} },
      ],
    };
    expect(readPodUsage(item)).toEqual([
      { name: 'memcached-0', container: 'memcached', cpu: 0.001, memory: 64 * 1024 ** 2 },
      { name: 'memcached-0', container: 'other', cpu: null, memory: null },
    ]);
  });

  it('reads a node, and makes nothing of what has no name', () => {
    expect(readNodeUsage({ metadata: { name: 'n1' }, usage: { cpu: '1', memory: '1Ki' } })).toEqual({
      ...{ name: 'n1', container: null, cpu: 1, memory: 1024 },
    });
    expect([readNodeUsage({}), readPodUsage('x'), readPodUsage(null)]).toEqual([null, null, null]);
  });
});
