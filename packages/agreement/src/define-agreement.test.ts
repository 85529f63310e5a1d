// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Agreement } from './agreement.ts';
import { AgreementError } from './agreement-error.ts';
import { defineAgreement } from './define-agreement.ts';

const base = { teams: { marketing: {}, sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {} } as const;

describe('defineAgreement', () => {
  it('makes every default explicit', () => {
    const agreement = defineAgreement({
      ...base,
      sla: { first: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wd' } },
      programs: { nurture: { owner: 'marketing' } },
      reasons: { later: { then: 'recycle', program: 'nurture', needs: 'first' } },
    });
    expectTypeOf(agreement).toEqualTypeOf<Agreement>();
    expect(agreement.timeZone).toBe('UTC');
    expect(agreement.sla.first).toEqual({
      of: 'sales',
      grain: 'cycle',
      from: 'lead.assigned',
      kept: { attempt: { automated: false } },
      within: { time: '1wd', calendar: 'owner' },
      then: [],
      repeat: false,
    });
  });

  it('is refused by the compiler for names that do not exist, and by the check as well', () => {
    // @ts-expect-error the team "sale" is not declared
    expect(() => defineAgreement({ ...base, sla: { quality: { of: 'sale', metric: 'x', atLeast: 1 } } })).toThrow(
      /"sale" is not declared\. Did you mean "sales"\?/,
    );
    // @ts-expect-error there is no program at all
    expect(() => defineAgreement({ ...base, reasons: { later: { then: 'recycle', program: 'drip' } } })).toThrow(
      /program "drip" is not declared/,
    );
    expect(() =>
      // @ts-expect-error there is no field company.employes
      defineAgreement({ ...base, readiness: { hot: { field: 'company.employes', atLeast: 5 } } }),
    ).toThrow(/Did you mean "company\.employees"\?/);
    expect(() =>
      // @ts-expect-error there is no readiness "ho"
      defineAgreement({ ...base, programs: { drip: { owner: 'marketing', for: 'ho' } } }),
    ).toThrow(/"ho" is not declared/);
    expect(() =>
      // @ts-expect-error there is no hand-off at all
      defineAgreement({ ...base, reasons: { other: { then: 'hand_off', handOff: 'to_sales' } } }),
    ).toThrow(/hand-off "to_sales" is not declared/);
    expect(() =>
      // @ts-expect-error the team "ops" is not declared
      defineAgreement({ ...base, compensation: { ops: [{ metric: 'bookings', share: 1 }] } }),
    ).toThrow(/"ops" is not declared/);
    // @ts-expect-error weeks are no unit
    expect(() => defineAgreement({ ...base, windows: { lead_to_win: '2w' } })).toThrow(/"2w" is not elapsed time/);
    // @ts-expect-error there is no such key
    expect(() => defineAgreement({ ...base, tems: {} })).toThrow(/no key "tems" here\. Did you mean "teams"\?/);
  });

  it('knows the metrics that there are: another one is an error of the compiler, and a warning of a file', () => {
    const goal = { per: 'quarter', target: 5, teams: ['sales'] } as const;
    expect(defineAgreement({ ...base, goals: [{ metric: 'bookings', ...goal }] }).goals[0]?.id).toBe('bookings');
    // @ts-expect-error there is no metric "bookngs"
    expect(defineAgreement({ ...base, goals: [{ metric: 'bookngs', ...goal }] }).goals).toHaveLength(1);
    // @ts-expect-error there is no metric "acceptance"
    defineAgreement({ ...base, sla: { quality: { of: 'sales', metric: 'acceptance', atLeast: 0.5 } } });
    // @ts-expect-error neither a metric nor a readiness
    defineAgreement({ ...base, sla: { volume: { of: 'marketing', count: { hott: 5 } } } });
    expect(
      defineAgreement({ ...base, sla: { volume: { of: 'marketing', count: { qualified: 9, raw: 5 } } } }).sla.volume,
    ).toMatchObject({ per: 'month' });
  });

  it('knows the metrics that it declares wherever a metric can be named', () => {
    const goal = { per: 'quarter', target: 5, teams: ['sales'] } as const;
    const agreement = defineAgreement({
      ...base,
      metrics: {
        fast_sal: { rate: { from: 'mql', to: 'sal', within: '14d' }, where: { 'source.channel': 'partner' } },
        days_to_sal: { time: { from: 'mql', to: 'sal' } },
        own_bookings: { of: 'bookings', where: { segment: [null] } },
        cost_per_fast: { over: 'spend', per: 'own_bookings' },
        all_money: { sum: ['open_pipeline', '-own_bookings'] },
      },
      sla: {
        fast: { of: 'sales', metric: 'fast_sal', atLeast: 0.5 },
        volume: { of: 'marketing', count: { days_to_sal: 5 } },
      },
      goals: [{ metric: 'own_bookings', ...goal }],
      plan: { fast_sal: { '2026': 0.5 } },
      compensation: { sales: [{ metric: 'all_money', share: 0.1 }] },
      index: { parts: [{ metric: 'cost_per_fast', weight: 1 }] },
    });
    expectTypeOf(agreement).toEqualTypeOf<Agreement>();
    expect(agreement.metrics?.days_to_sal).toEqual({ time: { from: 'mql', to: 'sal', quantile: 0.5 } });
    expect(agreement.metrics?.fast_sal).toMatchObject({ where: { 'source.channel': ['partner'] } });
    // @ts-expect-error there is no metric "own_bokings"
    expect(() => defineAgreement({ ...base, metrics: { a: { of: 'own_bokings' } } })).toThrow(
      /no metric "own_bokings"/,
    );
    // @ts-expect-error there is no metric "wonn" to take away
    expect(() => defineAgreement({ ...base, metrics: { a: { sum: ['won', '-wonn'] } } })).toThrow(/"won"/);
    expect(() =>
      // @ts-expect-error a month is no dimension of what is counted
      defineAgreement({ ...base, metrics: { a: { of: 'won', where: { month: '2026-10' } } } }),
    ).toThrow(/part of the calendar/);
    // @ts-expect-error there is no stage "sall"
    expect(() => defineAgreement({ ...base, metrics: { a: { count: { stage: 'sall' } } } })).toThrow(/"sal"/);
    // @ts-expect-error the agreement declares no metric "fast_sal"
    expect(defineAgreement({ ...base, goals: [{ metric: 'fast_sal', ...goal }] }).metrics).toBeUndefined();
  });

  it('leaves out what is undefined', () => {
    const written: { readonly name?: string } = JSON.parse('{}');
    expect(defineAgreement({ ...base, ...{ ...written, name: written.name } } as typeof base).name).toBe(
      'Unnamed agreement',
    );
  });

  it('throws issues without a line, and with a pointer', () => {
    try {
      defineAgreement({ ...base, timeZone: 'Europe/Berlni' });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AgreementError);
      expect((error as AgreementError<'invalid-agreement'>).params.issues).toEqual([
        expect.objectContaining({ code: 'zone-unknown', line: null, column: null, file: null, pointer: '/timeZone' }),
      ]);
    }
  });

  it('tells a value that contains itself from one that is deep', () => {
    const condition: Record<string, unknown> = {};
    condition.not = condition;
    expect(() => defineAgreement({ ...base, readiness: { raw: condition } } as never)).toThrow(/more than 64 levels/);
  });
});
