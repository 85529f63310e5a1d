import type { AgreementInput } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said } from '../deal/fixtures/story.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { slaEntries } from './sla-entries.ts';

type Sla = NonNullable<AgreementInput['sla']>[string];

const lead = (type: Parameters<typeof said>[0], time: string, payload: Payload = {}) =>
  said(type, time, payload, 'lead/l');
const assigned = (time: string) => lead('lead.assigned', time, { to: 'ann' });
const attempted = (time: string, more: Payload = {}) =>
  lead('lead.attempted', time, { automated: false, channel: 'call', connected: false, direction: 'outbound', ...more });
const owed = { of: 'sales', from: 'lead.assigned', within: '1h' } as const;

/** Entries of one clause over all events; `lead.rejected` ends what is owed. */
function entriesOf(clause: Sla, events: readonly StoryEvent[], followedBy: string | null = null) {
  const rules = rulesOf(agreementWith({ sla: { it: clause } }))
    .versionAt(0)
    .rules.forSegment(null);
  const [compiled] = [...rules.clauses.cycle, ...rules.clauses.lead];
  if (compiled === undefined) throw new Error('no timed clause');
  return slaEntries(compiled, {
    events,
    from: 0,
    to: events.length,
    followedBy: followedBy === null ? null : { atMs: at(followedBy), ended: 'handed_off' },
    counts: () => true,
    endOf: (index) => (events[index]?.rank === lead('lead.rejected', '2026-01-01').rank ? 'rejected' : null),
    applies: () => true,
    calendarOf: (one) => rules.calendarOf(one, { owner: null, team: 'sales' }, 0),
  });
}

const first = { ...owed, kept: { attempt: {} } };

describe('slaEntries', () => {
  it('runs from the starting event to the first attempt of a person', () => {
    const events = [
      lead('lead.assigned', '2026-03-02T09:00:00Z', { to: null }),
      attempted('2026-03-02T09:05:00Z'),
      assigned('2026-03-02T10:00:00Z'),
      attempted('2026-03-02T10:10:00Z', { automated: true }),
      attempted('2026-03-02T10:20:00Z', { direction: 'inbound', connected: true }),
      attempted('2026-03-02T10:30:00.900Z'),
      assigned('2026-03-02T12:00:00Z'),
    ];
    expect(entriesOf(first, events)).toMatchObject([
      {
        startedMs: at('2026-03-02T10:00:00Z'),
        dueMs: at('2026-03-02T11:00:00Z'),
        missedMs: at('2026-03-02T11:00:01Z'),
        satisfiedMs: at('2026-03-02T10:30:00.900Z'),
        taken: 1800,
        ended: null,
        isOpen: false,
      },
    ]);
  });

  it('counts whole seconds: what is done within the second after due is kept', () => {
    const [entry] = entriesOf(first, [assigned('2026-03-02T10:00:00Z'), attempted('2026-03-02T11:00:00.999Z')]);
    expect(entry?.taken).toBe(3600);
    expect(entry?.satisfiedMs).toBeLessThan(entry?.missedMs ?? 0);
  });

  it('keeps what was satisfied late, and stays open until then', () => {
    expect(entriesOf(first, [assigned('2026-03-02T10:00:00Z')])).toMatchObject([{ isOpen: true, satisfiedMs: null }]);
    expect(entriesOf(first, [assigned('2026-03-02T10:00:00Z'), attempted('2026-03-04T10:00:00Z')])).toMatchObject([
      { isOpen: false, satisfiedMs: at('2026-03-04T10:00:00Z'), missedMs: at('2026-03-02T11:00:01Z'), endedMs: null },
    ]);
  });

  it('counts working time by the calendar: a limit that ends with a shift is missed in the next one', () => {
    // Friday 2026-03-06, 16:00; the default calendar works from 9 to 17 in UTC, Monday to Friday.
    const clause = { ...first, within: '1wh' } as const;
    const events = [assigned('2026-03-06T16:00:00Z'), attempted('2026-03-08T12:00:00Z')];
    expect(entriesOf(clause, events)).toMatchObject([
      { dueMs: at('2026-03-06T17:00:00Z'), missedMs: at('2026-03-09T09:00:01Z'), taken: 3600 },
    ]);
    expect(entriesOf({ ...clause, within: '2wh' }, events)).toMatchObject([{ dueMs: at('2026-03-09T10:00:00Z') }]);
    expect(entriesOf({ ...clause, within: '1wd' }, events)).toMatchObject([{ dueMs: at('2026-03-09T16:00:00Z') }]);
  });

  it('has no limit where no calendar reaches', () => {
    const events = [assigned('2250-01-01'), attempted('2250-01-02')];
    expect(entriesOf({ ...first, within: '1wh' }, events)).toMatchObject([
      { dueMs: null, missedMs: null, taken: null },
    ]);
    expect(entriesOf({ ...first, within: '99999wd' }, [assigned('2026-01-05')])).toMatchObject([{ dueMs: null }]);
  });

  it('is kept by so many attempts, by one that connected, by a channel', () => {
    const events = [
      assigned('2026-03-02T10:00:00Z'),
      attempted('2026-03-02T10:10:00Z'),
      attempted('2026-03-02T10:20:00Z', { channel: 'email' }),
      attempted('2026-03-02T10:30:00Z', { connected: true }),
    ];
    const satisfied = (kept: Extract<Sla, { kept: unknown }>['kept']) =>
      entriesOf({ ...owed, kept }, events)[0]?.satisfiedMs;
    expect(satisfied({ attempts: 3 })).toBe(at('2026-03-02T10:30:00Z'));
    expect(satisfied({ attempts: 4 })).toBeNull();
    expect(satisfied({ attempt: { connected: true } })).toBe(at('2026-03-02T10:30:00Z'));
    expect(satisfied({ attempt: { channel: ['email', 'visit'] } })).toBe(at('2026-03-02T10:20:00Z'));
  });

  it('is kept by one of some events, or by what a meeting came to', () => {
    const events = [
      assigned('2026-03-02T10:00:00Z'),
      lead('meeting.changed', '2026-03-02T10:10:00Z', { status: 'scheduled' }),
      lead('meeting.changed', '2026-03-02T10:20:00Z', { status: 'completed' }),
      lead('lead.recycled', '2026-03-02T10:30:00Z'),
    ];
    const satisfied = (kept: Extract<Sla, { kept: unknown }>['kept']) =>
      entriesOf({ ...owed, kept }, events)[0]?.satisfiedMs;
    expect(satisfied({ meeting: 'completed' })).toBe(at('2026-03-02T10:20:00Z'));
    expect(satisfied(['lead.accepted', 'lead.recycled'])).toBe(at('2026-03-02T10:30:00Z'));
  });

  it('is not judged where it ended in time, and is where it ended too late', () => {
    const ended = (time: string) =>
      entriesOf(first, [assigned('2026-03-02T10:00:00Z'), lead('lead.rejected', time)])[0];
    expect(ended('2026-03-02T11:00:00Z')).toMatchObject({ endedMs: at('2026-03-02T11:00:00Z'), ended: 'rejected' });
    expect(ended('2026-03-02T11:00:01Z')).toMatchObject({ endedMs: null, ended: null, isOpen: false });
    expect(entriesOf(first, [assigned('2026-03-02T10:00:00Z')], '2026-03-02T10:30:00Z')).toMatchObject([
      { endedMs: at('2026-03-02T10:30:00Z'), ended: 'handed_off', isOpen: false },
    ]);
  });

  it('lets what satisfies and ends satisfy', () => {
    const events = [assigned('2026-03-02T10:00:00Z'), lead('lead.rejected', '2026-03-02T10:30:00Z')];
    expect(entriesOf({ ...owed, kept: ['lead.rejected'] }, events)).toMatchObject([
      { satisfiedMs: at('2026-03-02T10:30:00Z'), ended: null },
    ]);
    expect(entriesOf({ ...owed, kept: ['lead.rejected'], repeat: true }, events)).toHaveLength(1);
  });

  it('owes nothing more once somebody was reached, or the lead replied', () => {
    const six = { ...owed, kept: { attempts: 6 }, unless: ['connected', 'replied'] } as const;
    const called = attempted('2026-03-02T10:30:00Z', { connected: true });
    expect(entriesOf(six, [assigned('2026-03-02T10:00:00Z'), called])).toMatchObject([{ ended: 'connected' }]);
    const replied = lead('lead.replied', '2026-03-02T10:20:00Z');
    expect(entriesOf(six, [assigned('2026-03-02T10:00:00Z'), replied, called])).toMatchObject([{ ended: 'replied' }]);
    const late = { ...called, timeMs: at('2026-03-02T12:00:00Z') };
    expect(entriesOf(six, [assigned('2026-03-02T10:00:00Z'), late])).toMatchObject([{ ended: null, isOpen: false }]);
  });

  it('starts again from each event that satisfied it', () => {
    const events = ['10:00', '10:30', '12:00'].map((time) => attempted(`2026-03-02T${time}:00Z`));
    const again = { ...first, from: 'lead.attempted', repeat: true } as const;
    expect(
      entriesOf(again, events).map(({ startedMs, satisfiedMs, isOpen }) => [startedMs, satisfiedMs, isOpen]),
    ).toEqual([
      [at('2026-03-02T10:00:00Z'), at('2026-03-02T10:30:00Z'), false],
      [at('2026-03-02T10:30:00Z'), at('2026-03-02T12:00:00Z'), false],
      [at('2026-03-02T12:00:00Z'), null, true],
    ]);
  });
});
