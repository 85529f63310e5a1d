import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { oneSided } from './one-sided.ts';

const silentMarketing = { volume: null, acceptance: null, passed_on: null };

describe('one-sided', () => {
  it('finds a side that promises nothing', () => {
    const [issue] = lintCase(oneSided, { sla: silentMarketing });
    expect(issue?.pointer).toBe('/sla');
    expect(issue?.message).toContain('owed by "sales" and none by "marketing"');
  });

  it('counts what a team within a side owes', () => {
    const sdr = { of: 'sdr', metric: 'won', atLeast: 1 };
    const owed = ['hot_first_attempt', 'first_attempt', 'attempts', 'decision', 'follow_up', 'to_deal'];
    const deals = ['first_deal_step', 'deal_alive'];
    const sla = Object.fromEntries([...owed, ...deals].map((name) => [name, null]));
    const patch = { overrides: {}, reasons: { unreachable: { needs: null } } };
    const bare = { ...patch, overrides: { partner: null, outbound: null } };
    const [issue] = lintCase(oneSided, { ...bare, sla: { ...sla, ...silentMarketing } });
    expect(issue?.message).toContain('Neither "marketing" nor "sales" promises anything');
    expect(lintPlaces(oneSided, { ...bare, sla })).toEqual(['/sla']);
    expect(lintPlaces(oneSided, { ...bare, sla: { ...sla, deals: sdr } })).toEqual([]);
  });

  it('finds it in a segment', () => {
    const overrides = { partner: { sla: silentMarketing } };
    expect(lintPlaces(oneSided, { overrides })).toEqual(['/overrides/partner/sla']);
  });

  it('takes the teams below for the sides where one leader signs', () => {
    const teams = { revenue: {}, marketing: { partOf: 'revenue' }, sales: { partOf: 'revenue' } };
    const patch = { teams, signatures: { required: ['revenue'] } };
    expect(lintPlaces(oneSided, patch)).toEqual([]);
    expect(lintPlaces(oneSided, { ...patch, sla: silentMarketing })).toEqual(['/sla']);
  });

  it('takes the topmost teams where nobody who signs is a team', () => {
    expect(lintPlaces(oneSided, { signatures: { required: ['ceo'] }, sla: silentMarketing })).toEqual(['/sla']);
  });
});
