import { dimensionsOfFacts, type MetricTraits } from '@sameteam/agreement';
import { dimensionIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { anchorColumns } from '../facts/schema/anchor-columns.ts';
import { columnKind } from '../facts/schema/fact-schema.ts';
import { dimensionColumn } from './dimension-columns.ts';
import { dimension } from './dimensions.ts';

const leads = { grain: 'leads', readAt: 'anchor' } as const;
type Facts = NonNullable<MetricTraits['facts']>;

describe('dimensionColumn', () => {
  it('reads owner and readiness at the anchor, and current.* at as-of (rule 17)', () => {
    const atSal = { ...leads, anchor: 'sal' };
    expect(dimensionColumn('owner', atSal)).toBe('owner_at_sal');
    expect(dimensionColumn('readiness', atSal)).toBe('readiness_at_sal');
    expect(dimensionColumn('company.size', atSal)).toBe('company_size_at_sal');
    expect(dimensionColumn('current.owner', atSal)).toBe('owner_at_now');
    expect(dimensionColumn('current.stage', atSal)).toBe('state');
    // What is true at as-of is read there.
    expect(dimensionColumn('owner', { ...atSal, readAt: 'now' })).toBe('owner_at_now');
  });

  it('reads what does not change from one column, wherever a row is anchored', () => {
    for (const anchor of ['captured', 'won']) {
      expect(dimensionColumn('source.channel', { ...leads, anchor })).toBe('channel');
      expect(dimensionColumn('segment', { ...leads, anchor })).toBe('segment');
      expect(dimensionColumn('sourcing', { ...leads, grain: 'opportunities', anchor })).toBe('marketing');
    }
  });

  it('knows no column for a calendar grain, nor for what its facts do not say', () => {
    for (const id of ['day', 'week', 'month', 'quarter', 'year'] as const)
      expect(dimensionColumn(id, { ...leads, anchor: 'mql' })).toBeNull();
    expect(dimensionColumn('clause', { ...leads, anchor: 'mql' })).toBeNull();
    expect(dimensionColumn('owner', { grain: 'spend', anchor: 'spent', readAt: 'anchor' })).toBeNull();
  });

  it.each(Object.keys(dimensionsOfFacts) as Facts[])(
    'finds a term or a subject for every dimension of %s, at each of their anchors',
    (grain) => {
      for (const column of anchorColumns(grain)) {
        for (const readAt of ['anchor', 'now'] as const) {
          const place = { grain, anchor: column.slice('at_'.length), readAt };
          for (const id of dimensionsOfFacts[grain]) {
            const found = dimensionColumn(id, place);
            expect(found, `${id} at ${column}`).not.toBeNull();
            expect(['term', 'subject'], `${id} at ${column}`).toContain(columnKind(grain, found ?? ''));
          }
          const known = dimensionIds.filter((id) => dimensionColumn(id, place) !== null);
          expect(known.toSorted()).toEqual(dimensionsOfFacts[grain].toSorted());
          expect(known.every((id) => dimension(id)?.kind === 'fact')).toBe(true);
        }
      }
    },
  );
});
