import { describe, expect, it } from 'vitest';
import { normaliseAgreement } from '../../effective/normalise-agreement.ts';
import { sidesOf } from './sides-of.ts';

function sides(teams: Readonly<Record<string, { readonly partOf?: string }>>, owing: Readonly<Record<string, string>>) {
  return sidesOf(
    normaliseAgreement({
      teams,
      readiness: { raw: {} },
      reasons: {},
      sla: Object.fromEntries(
        Object.entries(owing).map(([name, of]) => [name, { of, metric: 'bookings', atLeast: 1 }]),
      ),
    }),
  );
}

describe('sidesOf', () => {
  it('counts a team to the side that it is part of, and shows a side that owes nothing', () => {
    expect(sides({ marketing: {}, sales: {}, sdr: { partOf: 'sales' } }, { a: 'sdr', b: 'sales' })).toEqual([
      { team: 'marketing', owes: [] },
      { team: 'sales', owes: ['a', 'b'] },
    ]);
  });

  it('goes one level down where one leader heads both', () => {
    const teams = {
      revenue: {},
      marketing: { partOf: 'revenue' },
      sales: { partOf: 'revenue' },
      sdr: { partOf: 'sales' },
    };
    expect(sides(teams, { a: 'marketing', b: 'sdr' })).toEqual([
      { team: 'marketing', owes: ['a'] },
      { team: 'sales', owes: ['b'] },
    ]);
  });

  it('knows one side, and none', () => {
    expect(sides({ sales: {} }, { a: 'sales' })).toEqual([{ team: 'sales', owes: ['a'] }]);
    expect(sides({ sales: {} }, {})).toEqual([{ team: 'sales', owes: [] }]);
  });
});
