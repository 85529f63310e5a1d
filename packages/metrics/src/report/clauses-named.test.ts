import { describe, expect, it } from 'vitest';
import { clausesNamed, onlyClause } from './clauses-named.ts';

const of = (...clauses: (string | null)[]) => ({ filters: [{ dimension: 'clause', in: clauses }] }) as const;

describe('clausesNamed', () => {
  it('is what a filter of clauses keeps, the missing one aside', () => {
    expect(clausesNamed(of('sla.call', null, 'sla.decide'))).toEqual(['sla.call', 'sla.decide']);
    expect(clausesNamed({ filters: [{ dimension: 'owner', in: ['kim'] }] })).toEqual([]);
    expect(clausesNamed({ filters: [{ dimension: 'clause', notIn: ['sla.call'] }] })).toEqual([]);
  });
});

describe('onlyClause', () => {
  it('is a clause that is named alone', () => {
    expect(onlyClause(of('sla.call'))).toBe('sla.call');
    expect(onlyClause(of('sla.call', 'sla.decide'))).toBeNull();
    expect(onlyClause({ filters: [] })).toBeNull();
  });
});
