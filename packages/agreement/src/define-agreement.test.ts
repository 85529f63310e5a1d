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
