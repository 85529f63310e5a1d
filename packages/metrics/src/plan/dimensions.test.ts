import { dimensionIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { dimension, dimensions } from './dimensions.ts';

describe('dimensions', () => {
  it('are those of the vocabulary, each once and in its order', () => {
    expect(dimensions.map(({ id }) => id)).toEqual(dimensionIds);
  });

  it('read owner and readiness at the anchor, and current.* at as-of (rule 17)', () => {
    const columnOf = (id: string) => {
      const found = dimension(id);
      return found?.kind === 'fact' ? found.column('sal') : null;
    };
    expect(columnOf('owner')).toEqual({ kind: 'last', name: 'owner', at: 'sal' });
    expect(columnOf('current.owner')).toEqual({ kind: 'last', name: 'owner', at: 'current' });
    expect(columnOf('source.channel')).toEqual({ kind: 'capture', name: 'channel' });
    expect(columnOf('month')).toBeNull();
    expect(dimension('nothing')).toBeUndefined();
  });
});
