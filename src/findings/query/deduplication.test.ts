import { describe, expect, it } from 'vitest';
import { distinguishing, replicaLabels } from './deduplication.ts';

describe('the label in which replicas differ', () => {
  it('is the one that each has with a value of its own', () => {
    expect(
      distinguishing([
        { cluster: 'a', replica: '0' },
        { cluster: 'a', replica: '1' },
      ]),
    ).toBe('replica');
  });

  it.each([
    ['one replica', [{ replica: '0' }]],
    ['replicas that are alike', [{ cluster: 'a' }, { cluster: 'a' }]],
    [
      'parts that differ in more',
      [
        { cluster: 'a', replica: '0' },
        { cluster: 'b', replica: '1' },
      ],
    ],
    ['a label that one lacks', [{ cluster: 'a', replica: '0' }, { cluster: 'a' }]],
    ['three, of which two are alike', [{ replica: '0' }, { replica: '1' }, { replica: '1' }]],
    ['nothing', []],
  ])('is none for %s', (_, sets) => {
    expect(distinguishing(sets)).toBeNull();
  });
});

describe('the labels by which Query deduplicates', () => {
  const args = ['query', '--query.replica-label=replica,prometheus_replica', '--query.replica-label=rule'];
  it.each<[string, string[]]>([
    ['quay.io/thanos/thanos:v0.42.4', ['replica', 'prometheus_replica', 'rule']],
    ['mirror.example:5000/thanos@sha256:abc', ['replica', 'prometheus_replica', 'rule']],
    ['quay.io/thanos/thanos:v0.36.1', ['replica,prometheus_replica', 'rule']],
  ])('of %s', (image, labels) => {
    expect(replicaLabels({ args, image })).toEqual(labels);
  });
});
