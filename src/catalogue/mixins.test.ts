import { describe, expect, it } from 'vitest';
import { MIXINS } from './mixins.ts';
import { PUBLIC_IDS } from './public-ids.testing.ts';

const ALL = MIXINS.flatMap(({ alerts }) => alerts);

describe('the mixins', () => {
  it('every alert leads to a failure mode, or says why it is none of ours', () => {
    const wrong = ALL.filter(({ modes, why }) => modes.length > 0 === (why !== undefined));
    expect(wrong).toEqual([]);
    expect(ALL.flatMap(({ modes }) => modes.filter((mode) => !PUBLIC_IDS.includes(mode)))).toEqual([]);
  });

  it('has all alerts of thanos-mixin, and each alert once', () => {
    expect(MIXINS.find(({ name }) => name === 'thanos-mixin')?.alerts).toHaveLength(48);
    const names = ALL.map(({ alert }) => alert);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
