import { describe, expect, it } from 'vitest';
import { segmentOf } from './segment-of.ts';

const agreement = {
  segments: [
    { id: 'customer', when: { company: ['customer'] } },
    { id: 'partner', when: { field: 'source.channel', is: 'partner' } },
    { id: 'large', when: { field: 'company.employees', atLeast: 1000 } },
    { id: 'named', when: { field: 'company.domain', inList: 'named' } },
  ],
} as const;

describe('segmentOf', () => {
  it('takes the first that matches', () => {
    expect(segmentOf(agreement, { 'source.channel': 'partner', 'company.employees': 5000 })).toBe('partner');
    expect(segmentOf(agreement, { 'source.channel': 'event', 'company.employees': 5000 })).toBe('large');
  });

  it('is null for a lead of none, and for an agreement without segments', () => {
    expect(segmentOf(agreement, { 'source.channel': null })).toBeNull();
    expect(segmentOf(agreement, {})).toBeNull();
    expect(segmentOf({ segments: [] }, { 'source.channel': 'partner' })).toBeNull();
  });

  it('knows customers and lists when it is told of them', () => {
    const partner = { 'source.channel': 'partner' };
    expect(segmentOf(agreement, partner, { companyStates: ['customer'] })).toBe('customer');
    expect(segmentOf(agreement, { 'company.domain': 'a.example' }, { lists: { named: new Set(['a.example']) } })).toBe(
      'named',
    );
  });
});
