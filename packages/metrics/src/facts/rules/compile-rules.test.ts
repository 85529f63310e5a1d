import { describe, expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said, twoVersions } from '../deal/fixtures/story.ts';

const partner = { id: 'partner', when: { field: 'source.channel', is: 'partner' } } as const;
const timed = { of: 'sdr', from: 'lead.assigned', kept: { attempt: {} }, within: '1h' } as const;
const teams = { marketing: {}, sales: { calendar: 'late' }, sdr: { partOf: 'sales' } };
const agreement = agreementWith({
  version: 4,
  teams,
  calendars: { late: { hours: '12:00-20:00' }, night: { hours: '22:00-04:00' } },
  segments: [partner],
  overrides: { partner: { sla: { first: { within: { time: '4h' } } } } },
  sla: { first: timed },
  lists: { freemail: 'builtin' },
  exclusions: [{ id: 'private', when: { field: 'company.domain', inList: 'freemail' } }],
  handOffs: {
    to_sdr: { from: 'marketing', to: 'sdr', when: { readiness: ['hot'] } },
    to_sales: { from: 'marketing', to: 'sales', when: {} },
  },
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  reasons: { later: { then: 'recycle', revisitAfter: '90d' }, never: { then: 'disqualify' } },
});

describe('compileRules', () => {
  it('judges by the agreement where no version binds, and nothing is binding', () => {
    const rules = rulesOf(agreement);
    expect(rules.versionAt(0)).toMatchObject({ version: '4', binding: false });
    expect(rules.versionAt(Number.POSITIVE_INFINITY)).toBe(rules.versionAt(0));
    const unsigned = rulesOf(agreement, { history: { periods: [], draft: null, issues: [] } });
    expect(unsigned.versionAt(0)).toMatchObject({ version: '4', binding: false });
  });

  it('judges each instant by the version that bound then, before the first by that one', () => {
    const history = twoVersions(agreementWith({ version: 1 }), agreementWith({ version: 2 }), at('2026-03-01'));
    const rules = rulesOf(agreement, { history });
    const told = [-1, at('2026-02-28'), at('2026-03-01'), Number.POSITIVE_INFINITY].map((time) =>
      rules.versionAt(time),
    );
    expect(told.map(({ version, binding }) => [version, binding])).toEqual([
      ['1', false],
      ['1', true],
      ['2', true],
      ['2', true],
    ]);
    const asOf = rulesOf(agreement, { history, asOfMs: at('2026-02-01') });
    expect(asOf.versionAt(Number.POSITIVE_INFINITY).version).toBe('1');
  });

  it('is not binding in a gap, and tells a version apart from itself after its end', () => {
    const [first] = twoVersions(agreementWith({ version: 1 }), agreement, at('2026-02-01'))?.periods ?? [];
    const rules = rulesOf(agreement, {
      history: { periods: first === undefined ? [] : [first], draft: null, issues: [] },
    });
    expect(rules.versionAt(at('2026-01-31')).binding).toBe(true);
    expect(rules.versionAt(at('2026-02-01'))).toMatchObject({ version: '1', binding: false });
  });

  it('compiles segments with their overrides, and knows the lists that come with it', () => {
    const { rules } = rulesOf(agreement).versionAt(0);
    expect(rules.segmentOf({ fields: { 'source.channel': 'partner' } })).toBe('partner');
    expect(rules.forSegment('partner').clauses.cycle).toMatchObject([
      { address: 'sla.first', within: '4h', side: 'sales' },
    ]);
    expect(rules.forSegment(null).clauses.cycle).toMatchObject([{ within: '1h' }]);
    expect(rules.forSegment('partner')).toBe(rules.forSegment('partner'));
    const { lists } = rules.forSegment(null);
    expect(rules.exclusionOf({ lists, fields: { 'company.domain': 'gmail.com' } })).toBe('private');
    expect(rules.exclusionOf({ lists, fields: { 'company.domain': 'acme.example' } })).toBeNull();
  });

  it('names the hand-off between two teams whose condition holds', () => {
    const plain = rulesOf(agreement).versionAt(0).rules.forSegment(null);
    expect(plain.handOffOf('marketing', 'sdr', { fields: {}, readiness: 'hot' })).toBe('to_sdr');
    expect(plain.handOffOf('marketing', 'sdr', { fields: {}, readiness: 'raw' })).toBeNull();
    expect(plain.handOffOf('marketing', 'sales', { fields: {} })).toBe('to_sales');
    expect(plain.handOffOf('sales', 'marketing', { fields: {} })).toBeNull();
    expect(plain.revisitAfterMs('later')).toBe(90 * 86_400_000);
    expect([plain.revisitAfterMs('never'), plain.revisitAfterMs('toString')]).toEqual([null, null]);
  });

  it('counts by the calendar of the owner, else of the nearest team that has one', () => {
    const common = { events: [said('roster.changed', '2025-01-01', { team: 'sdr', calendar: 'night' }, 'rep/ann')] };
    const rules = rulesOf(agreement, { common }).versionAt(0).rules.forSegment(null);
    const [clause] = rules.clauses.cycle;
    if (clause === undefined) throw new Error('no clause');
    const due = (owner: string | null) =>
      new Date(
        rules.calendarOf(clause, { owner, team: 'sdr' }, at('2026-03-02')).dueMs(at('2026-03-02T05:00:00Z'), '1wh'),
      ).toISOString();
    expect(due('ann')).toBe('2026-03-02T23:00:00.000Z');
    expect(due('bob')).toBe('2026-03-02T13:00:00.000Z');
    expect(rules.teamCalendar('sdr')).toBe(rules.teamCalendar('sales'));
    expect(rules.teamCalendar('marketing')).toBe(rules.teamCalendar(null));
  });

  it('stops the clock of an owner on days of absence, as far as they were known when it started', () => {
    const away = [{ from: '2026-03-02', until: '2026-03-03' }];
    const common = {
      events: [
        said('roster.changed', '2026-03-01', { team: 'sdr', away }, 'rep/ann'),
        said('roster.changed', '2026-03-01', { team: 'sdr', calendar: 'night', away }, 'rep/cat'),
      ],
    };
    const rules = rulesOf(agreement, { common }).versionAt(0).rules.forSegment(null);
    const [clause] = rules.clauses.cycle;
    if (clause === undefined) throw new Error('no clause');
    const due = (owner: string, knownAt: string) => {
      const calendar = rules.calendarOf(clause, { owner, team: 'sdr' }, at(knownAt));
      return new Date(calendar.dueMs(at('2026-03-02T05:00:00Z'), '1wh')).toISOString();
    };
    // Monday 2 March: the hours of the team are 12 to 20.
    expect(due('bob', '2026-03-02')).toBe('2026-03-02T13:00:00.000Z');
    expect(due('ann', '2026-03-02')).toBe('2026-03-04T13:00:00.000Z');
    expect(due('ann', '2026-02-28')).toBe('2026-03-02T13:00:00.000Z');
    expect(due('cat', '2026-03-02')).toBe('2026-03-04T23:00:00.000Z');
    const owning = { owner: 'ann', team: 'sdr' };
    expect(rules.calendarOf(clause, owning, at('2026-03-02'))).toBe(rules.calendarOf(clause, owning, at('2026-03-05')));
  });

  it('knows which channel a campaign was planned for last', () => {
    const planned = (time: string, channel: string | null) =>
      said('campaign.planned', time, { channel }, 'campaign/autumn');
    const rules = rulesOf(agreement, {
      common: { events: [planned('2026-01-01', 'email'), planned('2026-02-01', 'fair')] },
    });
    expect([rules.channelOf('autumn'), rules.channelOf('spring')]).toEqual(['fair', null]);
    const cleared = rulesOf(agreement, {
      common: { events: [planned('2026-01-01', 'email'), planned('2026-02-01', null)] },
    });
    expect(cleared.channelOf('autumn')).toBeNull();
  });
});
