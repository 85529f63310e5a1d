import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces, patched } from '../../test/lint-case.ts';
import { evaluateCondition } from '../condition/evaluate-condition.ts';
import { leadContext } from '../solve/solved-lead.ts';
import { hotWithoutSla } from './hot-without-sla.ts';

const none = { sla: { first_attempt: null, hot_first_attempt: null }, overrides: { partner: null } };
const promise = (clause: { readonly [key: string]: string | object }) => ({
  ...none,
  sla: { ...none.sla, first: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wh', ...clause } },
});

describe('hot-without-sla', () => {
  it('is content where each hot lead is owed an attempt', () => {
    expect(lintPlaces(hotWithoutSla, {})).toEqual([]);
    expect(lintPlaces(hotWithoutSla, { sla: { first_attempt: null } })).toEqual([]);
  });

  it('finds hot leads that are owed none, with one of them', () => {
    const applies = { all: [{ readiness: 'hot' }, { field: 'source.channel', is: 'partner' }] };
    const patch = promise({ applies });
    const [issue] = lintCase(hotWithoutSla, patch);
    expect(issue?.pointer).toBe('/handOffs/to_sales');
    const lead = issue?.witness?.lead;
    if (lead === null || lead === undefined) throw new Error('There is an example.');
    const agreement = patched(patch);
    const context = leadContext(lead, agreement);
    expect(lead.readiness).toBe('hot');
    expect(evaluateCondition(agreement.sla.first?.applies ?? {}, context)).toBe(false);
    expect(issue?.witness?.sentence).toContain('readiness hot');
  });

  it('takes an SLA of the team, or of one that it is part of, and not of a team within it', () => {
    const toSdr = { to_sales: { to: 'sdr' } };
    expect(lintPlaces(hotWithoutSla, { ...promise({}), handOffs: toSdr })).toEqual([]);
    expect(lintPlaces(hotWithoutSla, { ...promise({ of: 'sdr' }), handOffs: toSdr })).toEqual([]);
    expect(lintPlaces(hotWithoutSla, promise({ of: 'sdr' }))).toEqual(['/handOffs/to_sales']);
  });

  it('says who of several owes none', () => {
    const handOffs = { to_sales: { to: 'sdr' } };
    const [issue] = lintCase(hotWithoutSla, { ...promise({ of: 'marketing' }), handOffs });
    expect(issue?.message).toContain('neither "sdr" nor "sales" owes them a first attempt in a time');
  });

  it('takes one attempt only, from a beginning that comes before it', () => {
    expect(lintPlaces(hotWithoutSla, promise({ kept: { attempts: 3 } }))).toHaveLength(1);
    expect(lintPlaces(hotWithoutSla, promise({ kept: { attempts: 1 } }))).toEqual([]);
    expect(lintPlaces(hotWithoutSla, promise({ kept: 'lead.attempted' }))).toEqual([]);
    expect(lintPlaces(hotWithoutSla, promise({ kept: ['lead.attempted', 'lead.accepted'] }))).toHaveLength(1);
    expect(lintPlaces(hotWithoutSla, promise({ from: 'lead.accepted' }))).toHaveLength(1);
    expect(lintPlaces(hotWithoutSla, promise({ from: 'lead.captured' }))).toEqual([]);
  });

  it('asks only for leads that a hand-off takes first', () => {
    const handOffs = { rest: { from: 'marketing', to: 'sdr', when: {} } };
    const order = { handOffs: ['to_sales', 'rest'] };
    const hot = promise({ applies: { readiness: 'hot' } });
    expect(lintPlaces(hotWithoutSla, { ...hot, handOffs, order })).toEqual([]);
    const turned = { handOffs: ['rest', 'to_sales'] };
    const ofSdr = promise({ of: 'sdr', applies: { readiness: 'hot' } });
    expect(lintPlaces(hotWithoutSla, { ...ofSdr, handOffs, order: turned })).toEqual([]);
    expect(lintPlaces(hotWithoutSla, { ...ofSdr, handOffs, order })).toEqual(['/handOffs/to_sales']);
  });

  it('finds it in a segment', () => {
    const overrides = { partner: { handOffs: { to_sales: { to: 'marketing' } } } };
    expect(lintPlaces(hotWithoutSla, { overrides })).toEqual(['/overrides/partner/handOffs/to_sales']);
  });
});
