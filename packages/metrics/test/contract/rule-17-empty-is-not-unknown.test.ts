import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { amount, assigned, captured, deal, event, handedOff, leadEvent, qualified, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 17: empty is not unknown, and a dimension is read at the anchor', () => {
  onEveryEngine((open) => {
    const channels = [
      captured('a', '2026-01-01', 'unknown'),
      captured('b', '2026-01-02', null),
      captured('c', '2026-01-03'),
      captured('d', '2026-01-04', 'Unknown'),
      captured('e', '2026-01-05', 'null'),
      captured('f', '2026-01-06', '😀'),
      captured('g', '2026-01-07', 'ﾮ'),
    ];

    it('gives the missing value a group of its own, last; the others as UTF-8 bytes', async () => {
      const team = await open(channels);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([
        ['Unknown', 1],
        ['null', 1],
        ['unknown', 1],
        ['ﾮ', 1],
        ['😀', 1],
        [null, 2],
      ]);
    });

    it('filters by the missing value, and by everything but a value, the missing one included', async () => {
      const team = await open(channels);
      const names = (filter: object) =>
        team.names({ metrics: ['captured'], filters: [{ dimension: 'source.channel', ...filter }] });
      expect(await names({ in: [null] })).toEqual(['b', 'c']);
      expect(await names({ in: ['unknown', null] })).toEqual(['a', 'b', 'c']);
      expect(await names({ notIn: ['unknown'] })).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
      expect(await names({ notIn: [null] })).toEqual(['a', 'd', 'e', 'f', 'g']);
      expect(await names({ in: ['nothing like it'] })).toEqual([]);
    });

    it('opens the leads of the missing value, and those of its namesake', async () => {
      const team = await open(channels);
      const request = { metrics: ['captured'], by: ['source.channel'] };
      expect(await team.names(request, { dimensions: { 'source.channel': null } })).toEqual(['b', 'c']);
      expect(await team.names(request, { dimensions: { 'source.channel': 'null' } })).toEqual(['e']);
    });

    it('reads the source at the first capture', async () => {
      const team = await open([captured('ann', '2026-01-01', 'email'), captured('ann', '2026-02-01', 'paid')]);
      expect(await team.table({ metrics: ['captured'], by: ['source.channel'] }, 'value')).toEqual([['email', 1]]);
    });

    /** ann has no owner at capture, sue at the MQL, sam at the hand-off, and nobody now. */
    const owners = [
      captured('ann', '2026-01-01'),
      assigned('ann', '2026-01-02', 'sue'),
      qualified('ann', '2026-01-03', 'warm'),
      assigned('ann', '2026-01-04', 'sam'),
      handedOff('ann', '2026-01-05'),
      qualified('ann', '2026-01-06', 'hot'),
      assigned('ann', '2026-01-07', null),
    ];

    it('reads owner and readiness at the anchor of the row, current.* at as-of', async () => {
      const team = await open(owners);
      const at = async (dimension: string, request: object) =>
        (await team.table({ metrics: ['captured'], by: [dimension], ...request }, 'value'))[0]?.[0];
      expect(await at('owner', {})).toBeNull();
      expect(await at('owner', { anchor: 'mql' })).toBe('sue');
      expect(await at('owner', { anchor: 'handed_off' })).toBe('sam');
      expect(await at('current.owner', {})).toBeNull();
      expect(await at('current.owner', { asOf: '2026-01-06' })).toBe('sam');
      expect(await at('readiness', {})).toBeNull();
      expect(await at('readiness', { anchor: 'mql' })).toBe('warm');
      expect(await at('current.readiness', {})).toBe('hot');
      expect(await at('current.readiness', { asOf: '2026-01-05' })).toBe('warm');
    });

    it("reads each metric's dimension at its own anchor, in one report", async () => {
      const team = await open([...owners, leadEvent('accepted', 'ann', '2026-01-08')]);
      const request = { metrics: ['captured_to_mql_rate', 'mql_to_sal_rate'], by: ['owner'] };
      expect(await team.table(request, 'metric', 'anchor', 'denominator')).toEqual([
        ['sue', 'captured_to_mql_rate', 'captured', 0],
        [null, 'captured_to_mql_rate', 'captured', 1],
        ['sue', 'mql_to_sal_rate', 'mql', 1],
        [null, 'mql_to_sal_rate', 'mql', 0],
      ]);
    });

    it('includes the event that attained the stage: an owner who is assigned at that very instant before it', async () => {
      const at = '2026-01-05T10:00:00Z';
      const team = await open([
        captured('ann', '2026-01-01'),
        assigned('ann', at, 'sue'),
        leadEvent('accepted', 'ann', at),
      ]);
      // lead.assigned ranks before lead.accepted.
      expect(await team.table({ metrics: ['accepted'], by: ['owner'], anchor: 'sal' }, 'value')).toEqual([['sue', 1]]);
    });

    it('reads the owner of a deal at its win, and the current owner at as-of', async () => {
      const team = await open([
        won('deal', '2026-02-01', [], { ...amount(10), owner: 'sue' }),
        deal('changed', 'deal', '2026-03-01', null, { owner: 'sam' }),
      ]);
      expect(await team.table({ metrics: ['bookings'], by: ['owner'] }, 'value')).toEqual([['sue', 1000]]);
      expect(await team.table({ metrics: ['bookings'], by: ['current.owner'] }, 'value')).toEqual([['sam', 1000]]);
    });

    it('reads the team by the roster at the anchor, else by the hand-off', async () => {
      const works = (rep: string, team: string, time: string) => event('roster.changed', `rep/${rep}`, time, { team });
      const team = await open([
        works('sam', 'north', '2026-01-01'),
        works('sam', 'south', '2026-02-01'),
        captured('ann', '2026-01-01'),
        assigned('ann', '2026-01-04', 'sam'),
        handedOff('ann', '2026-01-05'),
        leadEvent('accepted', 'ann', '2026-02-05'),
        captured('ben', '2026-01-01'),
        handedOff('ben', '2026-01-05'),
        captured('cat', '2026-01-01'),
        leadEvent('accepted', 'cat', '2026-02-05'),
      ]);
      const accepted = { metrics: ['accepted'], by: ['team'] };
      expect(await team.table({ ...accepted, anchor: 'handed_off' }, 'value')).toEqual([
        ['north', 1],
        ['sales', 0],
        [null, 1],
      ]);
      expect(await team.table({ ...accepted, anchor: 'sal' }, 'value')).toEqual([
        ['south', 1],
        [null, 1],
      ]);
    });

    it('reads the grade at the anchor; an explicit null clears it', async () => {
      const graded = (time: string, grade: string | null) => leadEvent('qualified', 'ann', time, { grade });
      const team = await open([
        captured('ann', '2026-01-01'),
        graded('2026-01-02', 'B'),
        handedOff('ann', '2026-01-05'),
        graded('2026-01-06', 'A'),
        leadEvent('accepted', 'ann', '2026-01-07'),
        graded('2026-01-08', null),
      ]);
      const at = async (dimension: string, request: object) =>
        (await team.table({ metrics: ['captured'], by: [dimension], ...request }, 'value'))[0]?.[0];
      expect(await at('grade', {})).toBeNull();
      expect(await at('grade', { anchor: 'handed_off' })).toBe('B');
      expect(await at('grade', { anchor: 'sal' })).toBe('A');
      expect(await at('current.grade', {})).toBeNull();
      expect(await at('current.grade', { asOf: '2026-01-07' })).toBe('A');
    });

    it('puts company sizes in bands, by what is known of the company at the anchor; nobody and nothing are missing', async () => {
      const of = (lead: string, employees: number | null) =>
        leadEvent('captured', lead, '2026-01-01', { company: { ref: `company/${lead}`, employees } });
      const team = await open([
        ...[1, 9, 10, 49, 50, 249, 250, 999, 1000, 4999, 5000].map((employees) => of(`e${employees}`, employees)),
        of('none', 0),
        of('unsaid', null),
        of('grows', 9),
        event('company.updated', 'company/grows', '2026-01-03', { employees: 10 }),
        qualified('grows', '2026-01-05'),
      ]);
      expect(await team.table({ metrics: ['captured'], by: ['company.size'] }, 'value')).toEqual([
        ['1-9', 3],
        ['10-49', 2],
        ['1000-4999', 2],
        ['250-999', 2],
        ['50-249', 2],
        ['5000+', 1],
        [null, 2],
      ]);
      const mqls = { metrics: ['qualified'], by: ['company.size'], anchor: 'mql' };
      expect(await team.table(mqls, 'value')).toEqual([['10-49', 1]]);
    });

    it('tells segments by the first condition that matches, the others as missing', async () => {
      const agreement = agreementWith({
        segments: [
          { id: 'partner', when: { field: 'source.channel', in: ['partner', 'reseller'] } },
          { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } },
        ],
      });
      const capture = (lead: string, source: object) => leadEvent('captured', lead, '2026-01-01', { source });
      const team = await open(
        [
          capture('a', { channel: 'partner', motion: 'outbound' }),
          capture('b', { channel: 'email', motion: 'outbound' }),
          capture('c', { channel: 'email', motion: 'inbound' }),
          capture('d', {}),
          won('deal', '2026-02-01', ['b'], amount(10)),
        ],
        { agreement },
      );
      expect(await team.table({ metrics: ['captured', 'bookings'], by: ['segment'] }, 'metric', 'value')).toEqual([
        ['outbound', 'captured', 1],
        ['partner', 'captured', 1],
        [null, 'captured', 2],
        ['outbound', 'bookings', 1000],
        ['partner', 'bookings', 0],
        [null, 'bookings', 0],
      ]);
    });
  });
});
