import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { shadowedSegment } from './shadowed-segment.ts';

const partner = { id: 'partner', when: { field: 'source.channel', is: 'partner' } };
const outbound = { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } };

describe('shadowed-segment', () => {
  it('names the segments that take its leads, and gives one of them', () => {
    const both = { id: 'both', when: { all: [partner.when, outbound.when] } };
    const [found] = lintCase(shadowedSegment, { segments: [outbound, partner, both] });
    expect(found?.pointer).toBe('/segments/2');
    expect(found?.witness?.lead?.segment).toBe('outbound');
    expect(lintPlaces(shadowedSegment, { segments: [both, outbound, partner] })).toEqual([]);
  });

  it('takes excluded leads for taken', () => {
    expect(lintPlaces(shadowedSegment, { exclusions: [{ id: 'out', when: partner.when }] })).toEqual(['/segments/0']);
  });

  it('finds a condition that no lead can meet', () => {
    const when = { all: [partner.when, { field: 'source.channel', is: 'event' }] };
    const [found] = lintCase(shadowedSegment, { segments: [{ id: 'partner', when }, outbound] });
    expect(found?.message).toContain('none can meet its condition');
  });
});
