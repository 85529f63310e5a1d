import { eventRank } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { namedSubjects } from './named-subjects.ts';

const named = (type: Parameters<typeof eventRank>[0], data: object) =>
  namedSubjects(eventRank(type), JSON.stringify(data));

describe('namedSubjects', () => {
  it('are the leads of an opportunity, the opportunity of a lead, and the other of two records', () => {
    expect(named('opportunity.won', { leads: ['lead/a', 'lead/b'] })).toEqual(['lead/a', 'lead/b']);
    expect(named('lead.converted', { opportunity: 'opportunity/o' })).toEqual(['opportunity/o']);
    expect(named('record.linked', { with: 'lead/b' })).toEqual(['lead/b']);
    expect(named('record.unlinked', { with: 'lead/b' })).toEqual(['lead/b']);
  });

  it('are none where nothing is said, or by another event', () => {
    expect(named('opportunity.won', {})).toEqual([]);
    expect(named('lead.converted', { opportunity: null })).toEqual([]);
    expect(named('lead.captured', { leads: ['lead/a'] })).toEqual([]);
  });
});
