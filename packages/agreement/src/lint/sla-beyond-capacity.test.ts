import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import type { JsonObject } from '../effective/merge-patch.ts';
import { slaBeyondCapacity } from './sla-beyond-capacity.ts';

const sdr = (capacity: JsonObject) => ({
  teams: { sdr: { capacity: { attempts: null, minutesPerLead: null, ...capacity } } },
});

describe('sla-beyond-capacity', () => {
  it('multiplies leads by the attempts that are owed, and says the sum', () => {
    // 400 - 80 leads × 6 attempts = 1,920; 5 days × 52 / 12 = 21.7 days × 6 people × 14 = 1,820.
    const [issue] = lintCase(slaBeyondCapacity, sdr({ people: 6, attempts: 14 }));
    expect(issue?.pointer).toBe('/sla/volume/count');
    expect(issue?.message).toContain(
      'the team "sdr" gets 320 leads in a month: up to 1,920 attempts are owed. It has 6 people × 14 attempts × 21.7 working days = 1,820.',
    );
    expect(lintPlaces(slaBeyondCapacity, sdr({ people: 6, attempts: 15 }))).toEqual([]);
  });

  it('multiplies leads by minutes, on the hours of the calendar', () => {
    // 320 × 60 minutes = 320 hours; 2 people × 8.5 h × 5 × 52 / 12 = 368.3.
    expect(lintPlaces(slaBeyondCapacity, sdr({ people: 2, minutesPerLead: 60 }))).toEqual([]);
    const [issue] = lintCase(slaBeyondCapacity, sdr({ people: 2, minutesPerLead: 70 }));
    expect(issue?.message).toContain('× 70 minutes = 373.3 hours of work. It has 2 people × 184.2 hours = 368.3');
  });

  it('counts new leads, of one readiness too', () => {
    // 1 person × 3 × 21.7 = 65 < 80 hot leads.
    const sales = (leads: number) => ({ teams: { sales: { capacity: { people: 1, attempts: null, leads } } } });
    expect(lintCase(slaBeyondCapacity, sales(3))[0]?.message).toContain('80 new leads');
    expect(lintPlaces(slaBeyondCapacity, sales(4))).toEqual([]);
  });

  it('counts other periods', () => {
    const weekly = { sla: { volume: { count: { hot: 20, qualified: 100 }, per: 'week' } } };
    // 80 × 6 = 480 attempts a week; 2 people × 40 × 5 = 400.
    expect(lintPlaces(slaBeyondCapacity, { ...weekly, ...sdr({ people: 2, attempts: 40 }) })).toHaveLength(1);
    expect(lintPlaces(slaBeyondCapacity, { ...weekly, ...sdr({ people: 2, attempts: 48 }) })).toEqual([]);
  });

  it('leaves out what it cannot tell: leads of several teams, territories, and teams without a capacity', () => {
    const few = sdr({ people: 1, attempts: 1 });
    const spread = { handOffs: { to_sdr: { assign: { rotate: null, territory: 'even' } } } };
    const territories = [{ id: 'north', when: {}, team: 'sdr' }];
    expect(lintPlaces(slaBeyondCapacity, { ...few, ...spread, territories })).toEqual([]);
    const partly = {
      handOffs: { to_sdr: { when: { readiness: null, all: [{ readiness: 'warm' }, { grade: 'A' }] } } },
    };
    expect(lintPlaces(slaBeyondCapacity, { ...few, ...partly })).toEqual([]);
    expect(lintPlaces(slaBeyondCapacity, { teams: { sdr: { capacity: null } } })).toEqual([]);
    const all = { sla: { volume: { count: { qualified: 5000, hot: null } } }, ...few };
    expect(lintPlaces(slaBeyondCapacity, all)).toEqual([]);
  });

  it('says one of a kind in the singular', () => {
    const [issue] = lintCase(slaBeyondCapacity, sdr({ people: 1, attempts: 1 }));
    expect(issue?.message).toContain('It has 1 person × 1 attempt × 21.7 working days = 21.7.');
  });

  it('asks a segment for its own numbers only', () => {
    const overrides = (sla: JsonObject) => ({ overrides: { partner: { sla } }, ...sdr({ people: 6, attempts: 15 }) });
    expect(lintPlaces(slaBeyondCapacity, overrides({ attempts: { kept: { attempts: 9 } } }))).toEqual([]);
    expect(lintPlaces(slaBeyondCapacity, overrides({ volume: { count: { qualified: 900 } } }))).toEqual([
      '/overrides/partner/sla/volume/count',
    ]);
  });
});
