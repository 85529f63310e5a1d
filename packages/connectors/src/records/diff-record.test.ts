import { createHash } from 'node:crypto';
import { canonicalJson, eventRank, validateEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappedEvent } from '../map/mapped-event.ts';
import { diffRecord } from './diff-record.ts';
import { restoreRecordState } from './restore-record-state.ts';

const hash = (text: string) => createHash('sha256').update(`secret ${text}`).digest('hex');
const source = 'csv/test';
const day = (number: number) => Date.UTC(2024, 0, number);

interface Row {
  readonly captured?: number;
  readonly channel?: string;
  readonly email?: string;
  readonly company?: string;
  readonly readiness?: string;
  readonly won?: number;
  readonly amount?: number;
  readonly lead?: string;
}

function eventsOf(row: Row): MappedEvent[] {
  const event = (
    type: MappedEvent['type'],
    subject: string,
    dayNumber: number,
    data: Record<string, unknown>,
  ): MappedEvent =>
    JSON.parse(
      canonicalJson({
        data,
        id: `leads/1/${type}`,
        source,
        specversion: '1.0',
        subject,
        time: new Date(day(dayNumber)).toISOString(),
        type,
      }),
    ) as MappedEvent;
  const captured = row.captured ?? 1;
  const facts = {
    source: row.channel === undefined ? undefined : { channel: row.channel },
    contact: row.email === undefined ? undefined : { email: row.email, ref: 'contact/1' },
    company: row.company === undefined ? undefined : { name: row.company },
  };
  const amount = row.amount === undefined ? undefined : { amountMinor: row.amount, currency: 'EUR' };
  return [
    event('lead.captured', 'lead/1', captured, facts),
    event('lead.qualified', 'lead/1', captured, { readiness: row.readiness }),
    ...(row.won === undefined
      ? []
      : [event('opportunity.won', 'opportunity/1', row.won, { amount, leads: [row.lead ?? 'lead/1'] })]),
  ];
}

function step(state: string | null, row: Row, changedDay: number) {
  return diffRecord(state, { record: 'leads/1', source, events: eventsOf(row) }, { changedMs: day(changedDay), hash });
}

const brief = (events: readonly MappedEvent[]) =>
  events.map(({ type, time, data }) => `${type} ${time.slice(0, 10)} ${JSON.stringify(data)}`);

describe('diffRecord', () => {
  it('sends the events of a new record as they are, and nothing of one that did not change', () => {
    const row = { channel: 'email', email: 'a@b.example', won: 9 };
    const first = step(null, row, 10);
    expect(first.events).toEqual(eventsOf(row));
    expect(step(first.state, row, 20)).toEqual({ events: [], state: first.state });
  });

  it('keeps no personal value in the state', () => {
    const { state } = step(null, { email: 'ann@acme.example', channel: 'email' }, 10);
    expect(state).not.toContain('ann@acme');
    expect(state).toContain('email');
    expect(canonicalJson(JSON.parse(state))).toBe(state);
  });

  it('tells changed facts of a lead in one update, with null where a value vanished', () => {
    const first = step(null, { channel: 'email', email: 'a@b.example', company: 'Acme' }, 10);
    const second = step(first.state, { channel: 'social', email: 'c@d.example' }, 20);
    expect(brief(second.events)).toEqual([
      'lead.updated 2024-01-20 {"company":{"name":null},"contact":{"email":"c@d.example"},"source":{"channel":"social"}}',
    ]);
    expect(second.events[0]?.id).toMatch(/^leads\/1\/lead\.updated~1-[0-9a-f]{12}$/);
  });

  it('tells changed facts of a deal, and keeps money whole', () => {
    const first = step(null, { won: 9, amount: 100 }, 10);
    expect(brief(step(first.state, { won: 9, amount: 250 }, 20).events)).toEqual([
      'opportunity.changed 2024-01-20 {"amount":{"amountMinor":250,"currency":"EUR"}}',
    ]);
  });

  it('tells the old value again when it returns, under a new id', () => {
    const states = [step(null, { channel: 'email' }, 10)];
    for (const [index, channel] of ['social', 'email', 'social'].entries()) {
      states.push(step(states.at(-1)?.state ?? null, { channel }, 20 + index));
    }
    const updates = states.slice(1).flatMap(({ events }) => events);
    expect(updates.map(({ data }) => data)).toEqual([
      { source: { channel: 'social' } },
      { source: { channel: 'email' } },
      { source: { channel: 'social' } },
    ]);
    expect(new Set(updates.map(({ id }) => id)).size).toBe(3);
  });

  it('orders updates that come at one time', () => {
    const first = step(null, { channel: 'email' }, 10);
    const second = step(first.state, { channel: 'social' }, 20);
    const third = step(second.state, { channel: 'display' }, 20);
    expect(third.events[0]?.time).toBe('2024-01-20T00:00:00.001Z');
  });

  it('takes back an event that vanished', () => {
    const first = step(null, { won: 9 }, 10);
    const second = step(first.state, {}, 20);
    expect(brief(second.events)).toEqual([
      'event.retracted 2024-01-20 {"reason":"The record has it no more.","target":{"id":"leads/1/opportunity.won","source":"csv/test"}}',
    ]);
    expect(second.events[0]?.subject).toBe('opportunity/1');
    const third = step(second.state, { won: 9 }, 30);
    expect(third.events.map(({ type, id }) => `${type} ${id.replace(/-.*/, '')}`)).toEqual([
      'opportunity.won leads/1/opportunity.won~2',
    ]);
  });

  it('takes back and sends again an event whose time moved, with everything it says now', () => {
    const first = step(null, { channel: 'email', captured: 1 }, 10);
    const second = step(first.state, { channel: 'social', captured: 2 }, 20);
    expect(second.events.map(({ type }) => type)).toEqual([
      'event.retracted',
      'event.retracted',
      'lead.captured',
      'lead.qualified',
    ]);
    expect(second.events[2]).toMatchObject({
      time: '2024-01-02T00:00:00.000Z',
      data: { source: { channel: 'social' } },
    });
    expect(second.events[2]?.id).toMatch(/^leads\/1\/lead\.captured~2-/);
  });

  it('takes back and sends again what no update event can tell', () => {
    const first = step(null, { readiness: 'hot', won: 9 }, 10);
    const second = step(first.state, { readiness: 'warm', won: 9, lead: 'lead/2' }, 20);
    expect(second.events.map(({ type, data }) => `${type} ${String(data.reason ?? '')}`)).toEqual([
      'event.retracted Its readiness changed.',
      'event.retracted Its leads changed.',
      'lead.qualified ',
      'opportunity.won ',
    ]);
  });

  it('corrects an older update when the event before it is sent again', () => {
    const first = step(null, { channel: 'email', captured: 1 }, 10);
    const second = step(first.state, { channel: 'social', captured: 1 }, 20);
    const third = step(second.state, { channel: 'display', captured: 2 }, 30);
    expect(brief(third.events).at(-1)).toBe('lead.updated 2024-01-30 {"source":{"channel":"display"}}');
  });

  it('refuses a state that is none', () => {
    expect(() => step('nonsense', {}, 1)).toThrow('it is not JSON');
  });

  it('leaves the log such that its fold is the row, through any changes and undone imports', () => {
    const optional = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const row = fc.record({
      captured: fc.constantFrom(1, 2),
      channel: optional('a', 'b', 'c'),
      email: optional('a@x.example', 'b@x.example'),
      company: optional('x'),
      readiness: optional('hot'),
      won: optional(8, 40),
      amount: optional(1, 2),
      lead: optional('lead/1', 'lead/2'),
    }) as fc.Arbitrary<Row>;
    const action = fc.record({ row, undo: fc.boolean(), changed: fc.integer({ min: 3, max: 30 }) });
    fc.assert(
      fc.property(fc.array(action, { minLength: 1, maxLength: 8 }), (actions) => {
        let imports: { state: string; row: Row; events: readonly MappedEvent[] }[] = [];
        let floor: string | null = null;
        const everyId: string[] = [];
        for (const { row: next, undo, changed } of actions) {
          const previous = imports.at(-1)?.state ?? floor;
          const { events, state } = step(previous, next, changed);
          everyId.push(...events.map(({ id }) => id));
          for (const event of events) {
            expect(JSON.stringify(event)).toBe(canonicalJson(event));
            expect(validateEvent(event)).toMatchObject({ success: true });
          }
          if (undo) {
            const restored = restoreRecordState(imports.length === 0 ? null : previous, state);
            const last = imports.at(-1);
            if (last === undefined) floor = restored;
            else imports = [...imports.slice(0, -1), { ...last, state: restored }];
          } else {
            imports.push({ state, row: next, events });
          }
          const now = imports.at(-1);
          if (now !== undefined)
            expect(foldLog(imports.flatMap((one) => one.events))).toEqual(foldLog(eventsOf(now.row)));
        }
        expect(new Set(everyId).size).toBe(everyId.length);
      }),
      { numRuns: 500 },
    );
  });
});

// What a reader of the log knows in the end: which events stand, and the facts of each subject.
function foldLog(log: readonly MappedEvent[]): unknown {
  const gone = new Set(
    log.flatMap(({ type, data }) => (type === 'event.retracted' ? [(data.target as { id: string }).id] : [])),
  );
  const standing = log
    .filter(({ id, type }) => !gone.has(id) && type !== 'event.retracted')
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time) || eventRank(a.type) - eventRank(b.type));
  const facts: Record<string, string> = {};
  const put = (prefix: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && !('amountMinor' in value)) {
      for (const [key, inner] of Object.entries(value)) put(`${prefix}/${key}`, inner);
    } else if (value === null || value === undefined) {
      delete facts[prefix];
    } else {
      facts[prefix] = JSON.stringify(value);
    }
  };
  for (const { subject, data } of standing) put(subject, data);
  const stages = standing
    .filter(({ type }) => !/updated|changed/.test(type))
    .map(({ type, subject, time }) => `${type} ${subject} ${time}`);
  return { facts, stages };
}
