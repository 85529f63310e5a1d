import { type EventType, stages } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said, twoVersions } from '../deal/fixtures/story.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import { factSchema } from '../schema/fact-schema.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { foldLead } from './fold-lead.ts';

const lead = (type: EventType, time: string, payload: Payload = {}) => said(type, time, payload, 'lead/l');
const call = { automated: false, channel: 'call', connected: false, direction: 'outbound' };
const agreement = agreementWith({
  version: 3,
  teams: { marketing: {}, sales: {}, sdr: { partOf: 'sales' } },
  segments: [{ id: 'partner', when: { field: 'source.channel', is: 'partner' } }],
  exclusions: [{ id: 'rival', when: { field: 'company.domain', is: 'rival.example' } }],
  handOffs: { to_sdr: { from: 'marketing', to: 'sdr', when: { readiness: ['hot'] } } },
  sla: {
    first_attempt: { of: 'sdr', from: 'lead.assigned', kept: { attempt: {} }, within: '1wh' },
    qualify: { of: 'marketing', grain: 'lead', from: 'lead.captured', kept: 'lead.qualified', within: '2d' },
  },
  // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
  reasons: { later: { then: 'recycle', revisitAfter: '90d' } },
});
const rules = rulesOf(agreement, {
  common: { events: [said('roster.changed', '2025-01-01', { team: 'sdr' }, 'rep/ann')] },
});
const fold = (events: readonly StoryEvent[], by: FactRules = rules) => foldLead({ lead: 'lead/l', events }, by);

/** Monday 2026-03-02 on. The default calendar works from 9 to 17 in UTC. */
const story = [
  lead('lead.captured', '2026-03-02T08:00:00Z', {
    source: { channel: 'email', motion: 'inbound' },
    company: { ref: 'company/a', employees: 420, industry: 'tools' },
    contact: { ref: 'contact/c', hasEmail: true, country: 'DE' },
    consent: [{ purpose: 'news', channel: 'email', status: 'granted' }],
  }),
  lead('lead.engaged', '2026-03-02T09:00:00Z', { activity: 'webinar', channel: 'website' }),
  lead('lead.qualified', '2026-03-03T09:00:00Z', { readiness: 'hot', grade: 'A' }),
  lead('lead.handed_off', '2026-03-03T10:00:00Z', { from: 'marketing', to: 'sdr' }),
  lead('lead.assigned', '2026-03-03T12:00:00Z', { to: 'ann' }),
  lead('lead.attempted', '2026-03-03T12:10:00Z', { ...call, automated: true }),
  lead('lead.attempted', '2026-03-03T13:30:00Z', call),
  lead('lead.recycled', '2026-03-04T09:00:00Z', { reason: 'later' }),
  said('sla.explained', '2026-03-04T10:00:00Z', { clause: 'sla.first_attempt', cycle: 1, reason: 'sick' }, 'lead/l'),
  lead('lead.handed_off', '2026-03-10T10:00:00Z', { from: 'marketing', to: 'sdr' }),
  lead('lead.attempted', '2026-03-10T11:00:00Z', { ...call, connected: true }),
  lead('lead.accepted', '2026-03-10T12:00:00Z'),
  said('opportunity.opened', '2026-03-11T09:00:00Z', { leads: ['lead/l'] }),
  said('opportunity.won', '2026-03-20T09:00:00Z'),
];

describe('foldLead', () => {
  const folded = fold(story);

  it('has every column of the schema and no other, in its order', () => {
    expect(Object.keys(folded.lead)).toEqual(Object.keys(factSchema.leads));
    for (const row of folded.cycles) expect(Object.keys(row).sort()).toEqual(Object.keys(factSchema.cycles).sort());
    for (const row of folded.entries) expect(Object.keys(row).sort()).toEqual(Object.keys(factSchema.entries).sort());
    for (const row of folded.touches) expect(Object.keys(row).sort()).toEqual(Object.keys(factSchema.touches).sort());
    const { meetings } = fold([lead('meeting.changed', '2026-03-02', { status: 'scheduled' })]);
    expect(Object.keys(meetings[0] ?? {}).sort()).toEqual(Object.keys(factSchema.meetings).sort());
  });

  it('tells the lead', () => {
    expect(folded.lead).toMatchObject({
      lead: 'lead/l',
      excluded: null,
      segment: null,
      at_captured: at('2026-03-02T08:00:00Z'),
      at_sal: at('2026-03-10T12:00:00Z'),
      at_sql: at('2026-03-11T09:00:00Z'),
      at_won: at('2026-03-20T09:00:00Z'),
      implied: 1 << stages.indexOf('sql'),
      impossible: 0,
      at_assigned: at('2026-03-03T12:00:00Z'),
      at_attempted: at('2026-03-03T13:30:00Z'),
      at_connected: at('2026-03-10T11:00:00Z'),
      at_engaged: at('2026-03-02T09:00:00Z'),
      at_revived: at('2026-03-10T10:00:00Z'),
      at_exit: at('2026-03-04T09:00:00Z'),
      exit: 'recycled',
      state: 'customer',
      at_state: at('2026-03-20T09:00:00Z'),
      has_next_step: 0,
      at_revisit: null,
      reachable: 1,
      consented: 1,
      cycles: 2,
      attempts: 2,
      connects: 1,
      events: 12,
      illegal_moves: 0,
      path: '["email","website"]',
      path_to_won: '["email","website"]',
      ages_to_opportunity: '[9,9]',
      ages_to_won: '[18,18]',
      marks_to_opportunity: '[0,1]',
      marks_to_won: '[0,1]',
      company: 'company/a',
      contact: 'contact/c',
      channel: 'email',
      motion: 'inbound',
    });
  });

  it('reads states at each stage, up to and including its event', () => {
    expect(folded.lead).toMatchObject({
      readiness_at_captured: null,
      readiness_at_mql: 'hot',
      grade_at_mql: 'A',
      owner_at_handed_off: null,
      team_at_mql: null,
      team_at_handed_off: 'sdr',
      owner_at_sal: 'ann',
      reason_at_handed_off: null,
      reason_at_sal: 'later',
      cycle_at_handed_off: 'first',
      cycle_at_sal: 'repeat',
      version_at_won: '3',
      company_size_at_captured: '250-999',
      industry_at_now: 'tools',
      country_at_now: 'DE',
    });
  });

  it('tells the cycles', () => {
    expect(folded.cycles).toMatchObject([
      {
        number: 1,
        hand_off: 'to_sdr',
        from_team: 'marketing',
        to_team: 'sdr',
        revived: 0,
        binding: 0,
        at_assigned: at('2026-03-03T12:00:00Z'),
        at_attempted: at('2026-03-03T13:30:00Z'),
        at_connected: null,
        decision: 'recycled',
        at_decided: at('2026-03-04T09:00:00Z'),
        ended: 'recycled',
        attempts: 1,
        worked_to_assigned: 7200,
        worked_to_attempted: 5400,
        worked_to_decided: 7 * 3600,
        owner: null,
        team: 'sdr',
        readiness: 'hot',
      },
      {
        number: 2,
        revived: 1,
        at_assigned: null,
        at_connected: at('2026-03-10T11:00:00Z'),
        at_accepted: at('2026-03-10T12:00:00Z'),
        decision: 'accepted',
        at_opportunity: at('2026-03-11T09:00:00Z'),
        ended: 'accepted_and_won',
        worked_to_assigned: null,
        worked_to_attempted: null,
        worked_to_decided: 7200,
        owner: 'ann',
        cycle: 'repeat',
      },
    ]);
  });

  it('tells what was owed: for the lead once, in each cycle from the first assignment', () => {
    expect(folded.entries).toMatchObject([
      {
        clause: 'sla.qualify',
        side: 'marketing',
        cycle_number: null,
        at_due: at('2026-03-04T08:00:00Z'),
        at_satisfied: at('2026-03-03T09:00:00Z'),
        taken: 25 * 3600,
        routing: null,
      },
      {
        clause: 'sla.first_attempt',
        owed_by: 'sdr',
        side: 'sales',
        cycle_number: 1,
        at_started: at('2026-03-03T12:00:00Z'),
        at_due: at('2026-03-03T13:00:00Z'),
        at_missed: at('2026-03-03T13:00:01Z'),
        at_satisfied: at('2026-03-03T13:30:00Z'),
        explained: 'sick',
        taken: 5400,
        routing: 7200,
        owner: 'ann',
      },
    ]);
  });

  it('numbers the touches', () => {
    expect(folded.touches).toMatchObject([
      { number: 1, activity: 'captured', touch_channel: 'email', readiness: null },
      { number: 2, activity: 'webinar', touch_channel: 'website', channel: 'email' },
    ]);
  });

  it('tells a lead of which nothing else is known', () => {
    const { lead: row, cycles, entries, touches, meetings } = fold([lead('lead.updated', '2026-03-02')]);
    expect(row).toMatchObject({ at_captured: null, state: null, events: 1, path: '[]', consented: null, reachable: 0 });
    expect([cycles, entries, touches, meetings]).toEqual([[], [], [], []]);
  });

  it('excludes a lead, and all its rows, by what is known at as-of', () => {
    const rival = said('company.updated', '2026-04-01', { domain: 'rival.example' }, 'company/a');
    const { lead: row, cycles, entries, touches } = fold([...story, rival]);
    expect(new Set([row, ...cycles, ...entries, ...touches].map(({ excluded }) => excluded))).toEqual(
      new Set(['rival']),
    );
  });

  it('fixes the segment at the last hand-off; before one it is what is known', () => {
    const [captured] = story;
    const partner = lead('lead.updated', '2026-04-01', { source: { channel: 'partner' } });
    if (captured === undefined) throw new Error('no story');
    expect(fold([...story, partner]).lead).toMatchObject({ segment: null, channel: 'partner' });
    expect(fold([captured, partner]).lead.segment).toBe('partner');
  });

  it('judges a cycle and what it owes by the version at its hand-off', () => {
    const strict = agreementWith({
      teams: { marketing: {}, sdr: {} },
      sla: { decide: { of: 'sdr', from: 'lead.handed_off', kept: 'lead.accepted', within: '1d' } },
    });
    const history = twoVersions(agreement, strict, at('2026-03-05'));
    const { cycles, entries, lead: row } = fold(story, rulesOf(agreement, { history }));
    expect(cycles.map(({ version, binding }) => [version, binding])).toEqual([
      ['1', 1],
      ['2', 1],
    ]);
    expect(entries.map(({ clause, version, cycle_number }) => [clause, version, cycle_number])).toEqual([
      ['sla.qualify', '1', null],
      ['sla.first_attempt', '1', 1],
      ['sla.decide', '2', 2],
    ]);
    expect([row.version_at_mql, row.version_at_sal]).toEqual(['1', '2']);
  });

  it('opens no cycle by a hand-off that a correction takes back', () => {
    const reset = lead('lead.stage_reset', '2026-03-25', { kind: 'correction', to: 'mql' });
    const { lead: row, cycles } = fold([...story, reset]);
    expect(cycles).toEqual([]);
    expect(row).toMatchObject({ at_handed_off: null, at_won: null, cycle_at_now: 'first', state: 'mql' });
  });

  it('says until when something is planned', () => {
    const planned = (...more: readonly StoryEvent[]) => {
      const { lead: row } = fold([...story.slice(0, 8), ...more]);
      return [row.has_next_step, row.at_next_step, row.at_revisit];
    };
    const revisit = at('2026-03-04T09:00:00Z') + 90 * 86_400_000;
    const task = (status: string, due?: string | null) =>
      lead('task.changed', '2026-03-05', { task: 'task/1', status, due });
    expect(planned()).toEqual([1, revisit, revisit]);
    expect(planned(task('open', '2027-01-01T00:00:00Z'))).toEqual([1, at('2027-01-01'), revisit]);
    expect(planned(task('open', null))).toEqual([1, null, revisit]);
    expect(planned(task('open', null), task('done'))).toEqual([1, revisit, revisit]);
    expect(planned(lead('nurture.entered', '2026-03-05', { program: 'drip' }))).toEqual([1, null, revisit]);
    expect(planned(lead('lead.disqualified', '2026-03-05', { reason: 'never' }))).toEqual([0, null, null]);
    const again = lead('lead.handed_off', '2026-03-05', { from: 'marketing', to: 'sdr' });
    expect(planned(again)).toEqual([0, null, null]);
    const meeting = (status: string) =>
      lead('meeting.changed', '2026-03-06', { status, startsAt: '2026-03-09T10:00:00Z' });
    expect(planned(again, meeting('scheduled'))).toEqual([1, at('2026-03-09T10:00:00Z'), null]);
    expect(planned(again, meeting('scheduled'), meeting('completed'))).toEqual([0, null, null]);
  });

  it('tells what is open, and no more once the cycle has ended', () => {
    const open = fold(story.slice(0, 6)).lead;
    expect(open.at_open_due).toBe(at('2026-03-03T13:00:00Z'));
    expect(fold(story.slice(0, 7)).lead.at_open_due).toBeNull();
    const rejected = lead('lead.rejected', '2026-03-03T12:30:00Z', { reason: 'later' });
    const { entries, lead: row } = fold([...story.slice(0, 6), rejected]);
    expect([row.at_open_due, entries.at(-1)?.ended]).toEqual([null, 'rejected']);
  });
});

/** What a rank may say in a random story. */
const payloads: Readonly<Partial<Record<EventType, readonly Payload[]>>> = {
  'lead.captured': [
    { source: { channel: 'email' } },
    { source: { channel: 'partner' }, company: { ref: 'company/a' } },
  ],
  'lead.engaged': [{ activity: 'visit', channel: 'website' }],
  'lead.qualified': [{ readiness: 'hot' }, { readiness: null }],
  'lead.handed_off': [
    { from: 'marketing', to: 'sdr' },
    { from: 'sdr', to: 'sales' },
  ],
  'lead.assigned': [{ to: 'ann' }, { to: null }],
  'lead.attempted': [call, { ...call, automated: true }, { ...call, connected: true }],
  'lead.accepted': [{}],
  'lead.recycled': [{ reason: 'later' }],
  'lead.rejected': [{ reason: 'later' }],
  'meeting.changed': [{ status: 'scheduled' }, { status: 'completed' }],
  'task.changed': [{ status: 'open', due: '2026-06-01T00:00:00Z' }, { status: 'done' }],
  'company.updated': [{ employees: 5 }, { employees: 5000 }],
  'opportunity.opened': [{ leads: ['lead/l'] }],
  'opportunity.won': [{ leads: ['lead/l'] }],
  'opportunity.lost': [{ leads: ['lead/l'] }],
};
const choices = Object.entries(payloads).flatMap(([type, options]) =>
  options.map((payload) => ({ type: type as EventType, payload })),
);
const subjectOf = (type: EventType) =>
  type.startsWith('opportunity.') ? 'opportunity/o' : type.startsWith('company.') ? 'company/a' : 'lead/l';
const randomStory = fc
  .array(fc.record({ choice: fc.constantFrom(...choices), hour: fc.nat(24 * 30) }), { maxLength: 25 })
  .map((drawn) =>
    drawn
      .map(({ choice: { type, payload }, hour }) => ({
        ...said(type, '2026-03-01', payload, subjectOf(type)),
        timeMs: at('2026-03-01') + hour * 3_600_000,
      }))
      .sort((a, b) => a.timeMs - b.timeMs || a.rank - b.rank),
  );

describe('foldLead of a story that is cut', () => {
  it('says of the past what the whole story says of it', () => {
    fc.assert(
      fc.property(randomStory, fc.nat(24 * 30), (events, hour) => {
        const cutMs = at('2026-03-01') + hour * 3_600_000;
        const cut = fold(events.filter(({ timeMs }) => timeMs <= cutMs));
        const whole = fold(events);
        // What has its own row is there from its beginning on, with what was known then.
        const past = <R>(rows: readonly R[], time: (row: R) => number | null) =>
          rows.filter((row) => (time(row) ?? 0) <= cutMs);
        const cycles = past(whole.cycles, (row) => row.at_handed_off);
        expect(
          cut.cycles.map(({ number, hand_off, segment, readiness }) => [number, hand_off, segment, readiness]),
        ).toEqual(cycles.map(({ number, hand_off, segment, readiness }) => [number, hand_off, segment, readiness]));
        for (const column of ['at_assigned', 'at_attempted', 'at_accepted', 'at_decided', 'at_ended'] as const) {
          const known = cycles.map((row) => ((row[column] ?? Number.POSITIVE_INFINITY) <= cutMs ? row[column] : null));
          // A win or loss that is reopened later ended the cycle until then; no story here reopens one.
          expect(cut.cycles.map((row) => row[column])).toEqual(known);
        }
        const entries = past(whole.entries, (row) => row.at_started);
        expect(cut.entries.map(({ clause, at_due, at_missed }) => [clause, at_due, at_missed])).toEqual(
          entries.map(({ clause, at_due, at_missed }) => [clause, at_due, at_missed]),
        );
        expect(cut.touches.map(({ at_touched, activity }) => [at_touched, activity])).toEqual(
          past(whole.touches, (row) => row.at_touched).map(({ at_touched, activity }) => [at_touched, activity]),
        );
        for (const column of ['at_attempted', 'at_recycled', 'at_lost', 'at_revived', 'at_exit'] as const) {
          const known = whole.lead[column];
          // A capture that was not known yet makes an end one after it.
          if (column === 'at_exit' && (whole.lead.at_captured ?? 0) > cutMs) continue;
          expect(cut.lead[column]).toBe(known !== null && known <= cutMs ? known : null);
        }
        for (const [stage, id] of stages.entries()) {
          const known = whole.lead[`at_${id}`];
          if (((whole.lead.implied ?? 0) & (1 << stage)) !== 0 || ((cut.lead.implied ?? 0) & (1 << stage)) !== 0)
            continue;
          expect(cut.lead[`at_${id}`]).toBe(known !== null && known <= cutMs ? known : null);
        }
      }),
      { endOnFailure: true },
    );
  }, 120_000);
});

describe('foldLead of a story that is long', () => {
  /** How often a fold of so many events looks at one. A count, since a time would tell of the machine as well. */
  function looksAt(count: number): number {
    let looks = 0;
    const events = Array.from({ length: count }, (_, index): StoryEvent => {
      const { type, payload } = choices[(index * 7) % choices.length] ?? { type: 'lead.engaged', payload: {} };
      const event = said(type, '2026-01-01', payload, subjectOf(type));
      return {
        get rank() {
          looks++;
          return event.rank;
        },
        get timeMs() {
          looks++;
          return event.timeMs + index * 60_000;
        },
        subject: event.subject,
        payload: event.payload,
      };
    });
    fold(events);
    return looks;
  }

  it('looks at each event so often, however many there are', () => {
    expect(looksAt(20_000) / looksAt(2000)).toBeLessThan(10.5);
  }, 60_000);
});
