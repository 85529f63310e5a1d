import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { slaNeverStarts } from './sla-never-starts.ts';

const teams = { support: {} };
const applies = (condition: object) => ({ sla: { attempts: { applies: { ...condition } } } });

describe('sla-never-starts', () => {
  it('finds a team that never has a lead', () => {
    const sla = { attempts: { of: 'support' } };
    expect(lintPlaces(slaNeverStarts, { teams, sla })).toEqual(['/sla/attempts/of']);
    expect(lintPlaces(slaNeverStarts, { teams: { support: { partOf: 'sdr' } }, sla })).toEqual([]);
    const territories = [{ id: 'north', when: {}, team: 'support' }];
    expect(lintPlaces(slaNeverStarts, { teams, sla, territories })).toEqual([]);
  });

  it('leaves deals alone', () => {
    expect(lintPlaces(slaNeverStarts, { teams, sla: { deal_alive: { of: 'support' } } })).toEqual([]);
  });

  it('finds a condition that no lead meets', () => {
    expect(lintPlaces(slaNeverStarts, applies({ all: [{ readiness: 'hot' }, { grade: 'C' }] }))).toEqual([
      '/sla/attempts/applies',
    ]);
    expect(lintPlaces(slaNeverStarts, applies({ all: [{ readiness: 'hot' }, { grade: 'B' }] }))).toEqual([]);
    expect(lintPlaces(slaNeverStarts, applies({ segment: 'partner' }))).toEqual([]);
  });

  it('is silent where the readiness is what no lead has', () => {
    const readiness = { hot: { all: [{ grade: 'A' }, { grade: 'D' }] } };
    expect(lintPlaces(slaNeverStarts, { readiness, ...applies({ readiness: 'hot' }) })).toEqual([]);
  });

  it('leaves a list alone that nobody declares', () => {
    expect(lintPlaces(slaNeverStarts, applies({ field: 'company.domain', inList: 'rivals' }))).toEqual([]);
  });

  it('asks a segment for what its override says', () => {
    const overrides = { partner: applies({ segment: 'outbound' }) };
    expect(lintPlaces(slaNeverStarts, { overrides })).toEqual(['/overrides/partner/sla/attempts/applies']);
  });
});
