import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { blackHole } from './black-hole.ts';

describe('black-hole', () => {
  it('is content with a whole agreement', () => {
    expect(lintPlaces(blackHole, {})).toEqual([]);
  });

  it('tells the lead that falls into it, and its way', () => {
    const [issue, ...others] = lintCase(blackHole, { sla: { decision: { applies: { readiness: 'hot' } } } });
    expect(others).toEqual([]);
    expect(issue?.pointer).toBe('/handOffs/to_sdr');
    expect(issue?.message).toContain('The hand-off "to_sdr" brings a lead to "sdr", which need not decide');
    expect(issue?.message).toContain('A lead that is "warm" gets there like this: lead.captured, lead.qualified');
    expect(issue?.remedy).toContain('Add an SLA of "sdr"');
    expect(issue?.witness?.lead).toMatchObject({ readiness: 'warm', segment: null });
    expect(issue?.witness?.steps).toEqual([
      { state: 'inquiry', event: 'lead.captured', owner: 'marketing', clause: 'qualified' },
      { state: 'mql', event: 'lead.qualified', owner: 'marketing', clause: 'handOffs.to_sdr' },
      { state: 'handed_off', event: 'lead.handed_off', owner: 'sdr', clause: null },
    ]);
    expect(issue?.witness?.sentence).toContain('lead.handed_off (handed_off, with sdr)');
  });

  it('stands at the SLA after which nothing comes', () => {
    const [issue] = lintCase(blackHole, { sla: { follow_up: null } });
    expect(issue?.pointer).toBe('/sla/decision/kept');
    expect(issue?.witness?.steps.slice(-2)).toMatchObject([
      { event: 'lead.handed_off', clause: 'sla.decision' },
      { event: 'lead.accepted', state: 'sal', clause: null },
    ]);
    expect(lintPlaces(blackHole, { sla: { decision: { unless: 'connected' } } })).toEqual(['/sla/decision/unless']);
  });

  it('takes no attempt for a decision, and a repeated SLA for a deal', () => {
    const kept = { attempt: { automated: false } };
    expect(lintPlaces(blackHole, { sla: { decision: { kept, repeat: true } } })).toContain('/handOffs/to_sdr');
    const alive = { of: 'sales', grain: 'opportunity', from: 'opportunity.moved', kept, within: '14d' };
    const deals = { first_deal_step: null, deal_alive: null };
    expect(lintPlaces(blackHole, { sla: { ...deals, alive: { ...alive, repeat: true } } })).toEqual([]);
    expect(lintPlaces(blackHole, { sla: { ...deals, alive } })).not.toEqual([]);
  });

  it('takes an SLA that waits for a meeting where the meeting hands the lead off', () => {
    const held = { of: 'sdr', from: 'lead.accepted', kept: { meeting: 'completed' }, within: '30d' };
    const sla = { follow_up: { applies: { readiness: 'hot' } }, held };
    expect(lintPlaces(blackHole, { sla, handOffs: { sdr_to_sales: { requires: [] } } })).toEqual([]);
    // Without an answer the lead is not handed off after the meeting, and stays.
    expect(lintPlaces(blackHole, { sla })).toEqual(['/sla/decision/kept']);
  });

  it('tells what the document makes wrong once, also where all its leads are in a segment', () => {
    const segments = [{ id: 'all', when: {} }];
    const faulty = { sla: { decision: { applies: { readiness: 'hot' } } } };
    expect(lintPlaces(blackHole, faulty)).toEqual(['/handOffs/to_sdr']);
    const [issue, ...others] = lintCase(blackHole, {
      ...faulty,
      segments,
      overrides: { partner: null, outbound: null },
    });
    expect(others).toEqual([]);
    expect(issue?.pointer).toBe('/handOffs/to_sdr');
    expect(issue?.witness?.lead?.segment).toBe('all');
  });

  it('tells what an override makes wrong at the entry without which it would not be', () => {
    const other = { follow_up: { within: '20d' } };
    const [issue, ...others] = lintCase(blackHole, {
      overrides: { partner: { sla: { ...other, decision: null } } },
    });
    expect(others).toEqual([]);
    expect(issue?.pointer).toBe('/overrides/partner/sla/decision');
    expect(issue?.message).toMatch(/^For leads of segment "partner": /);
    expect(issue?.witness?.lead?.segment).toBe('partner');
    const handOffs = { to_sdr: { assign: { owner: 'account', rotate: null } } };
    expect(lintPlaces(blackHole, { overrides: { partner: { handOffs } } })).toEqual([
      '/overrides/partner/handOffs/to_sdr/assign',
    ]);
  });

  it('looks at hand-offs by reason, in all teams that they lead to', () => {
    const patch = {
      teams: { inside: {} },
      handOffs: { to_inside: { from: 'sales', to: 'inside', when: { not: {} } } },
      // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
      reasons: { too_small: { then: 'hand_off', handOff: 'to_inside' } },
    };
    expect(lintPlaces(blackHole, patch)).toEqual(['/reasons/too_small/handOff']);
  });

  it('finds that nothing says where leads go that are sent back', () => {
    const reasons = { not_ready: null, with_competitor: null, unreachable: null, wrong_profile: null };
    expect(lintPlaces(blackHole, { reasons })).toEqual(['/reasons']);
  });
});
