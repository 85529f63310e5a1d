import { appendEvents, type Engine, parsePlan, type ReportRow } from '@sameteam/metrics';
import { openClickHouseEngine } from '@sameteam/metrics/clickhouse';
import { eventRank, type JsonObject, type LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/clickhouse/connection.ts';
import { createFactReducer } from '../../src/clickhouse/fact-reducer.ts';
import { factTable } from '../../src/clickhouse/schema.ts';
import { foldPayload } from '../../src/facts/payload/fold-payload.ts';
import { factGrains } from '../../src/facts/schema/fact-schema.ts';
import { commonTypes } from '../../src/facts/story/fold-facts.ts';
import { linkedSubjects } from '../../src/facts/story/linked-subjects.ts';
import { metricDefinitions, metricIds } from '../../src/metrics/registry.ts';
import { createReports } from '../../src/report/create-reports.ts';
import { agreementWith } from '../support/agreements.ts';
import { alike } from '../support/alike.ts';
import { assigned, captured, event, leadEvent } from '../support/events.ts';
import { randomDeliveries } from '../support/random-log.ts';
import { nowMs } from '../support/team.ts';
import { chdbClient } from './support/chdb-client.ts';

const agreement = agreementWith({ rates: { USD: 0.9 } });
const recordedMs = Date.UTC(2027, 0, 1);

let made = 0;
const databases: string[] = [];
function newDatabase(): string {
  const name = `shards_${process.pid}_${++made}`;
  databases.push(name);
  return name;
}

const opened: Engine[] = [];
async function engineWith(database: string, events: readonly LeadEvent[]): Promise<Engine> {
  const engine = await openClickHouseEngine({ client: chdbClient(), database, agreement });
  opened.push(engine);
  await appendEvents(engine, events, { recordedMs, id: 'a' });
  return engine;
}

async function closeAll(): Promise<void> {
  for (const engine of opened.splice(0)) await engine.close();
  for (const name of databases.splice(0)) await chdbClient().command({ query: `DROP DATABASE IF EXISTS ${name}` });
}
afterEach(closeAll);

/** The root of everything that a record is linked with: who folds it needs all of that on the same shard. */
function homesOf(events: readonly LeadEvent[]): (event: LeadEvent) => string {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    const up = parent.get(name);
    return up === undefined ? name : root(up);
  };
  for (const event of events) {
    const payload = foldPayload(eventRank(event.type), event.data as JsonObject, null);
    const named = payload === null ? [] : linkedSubjects(eventRank(event.type), payload);
    for (const other of named) {
      const [a, b] = [root(event.subject), root(other)].sort();
      if (a !== b) parent.set(b as string, a as string);
    }
  }
  return (event) => root(event.subject);
}

/**
 * What each of two shards folds. Rosters and plans of campaigns concern everybody: the folding process reads them over the
 * distributed table whichever shard it folds, and they have no facts of their own.
 */
function halvesOf(events: readonly LeadEvent[]): readonly (readonly LeadEvent[])[] {
  const home = homesOf(events);
  const concernsAll = ({ type }: LeadEvent) => commonTypes.some((common) => common === type);
  return [0, 1].map((shard) => events.filter((event) => concernsAll(event) || hashOf(home(event)) % 2 === shard));
}

/** A number of a text, the same on each run. */
function hashOf(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) as number)) >>> 0;
  return hash;
}

/** Reads both shards as one: like a distributed table it lets each of them aggregate, and merges the states. */
async function mergedReports(shards: readonly string[]) {
  const name = newDatabase();
  const database = openDatabase(chdbClient(), { name, cluster: null, isOwn: false });
  await database.run(`CREATE DATABASE ${name}`);
  for (const grain of factGrains) {
    const table = factTable(grain);
    await database.run(
      `CREATE TABLE ${name}.${table} AS ${shards[0]}.${table} ENGINE = Merge(REGEXP('^(${shards.join('|')})$'), '^${table}$')`,
    );
  }
  const reducer = createFactReducer(database, {
    factsUnder: async () => ({ table: (grain) => database.table(factTable(grain)), hasExclusions: false }),
    recordedLater: async () => 0,
  });
  return createReports(reducer, { agreement, history: null, versions: [], metrics: metricDefinitions });
}

const requests = [
  { metrics: metricIds },
  {
    metrics: ['captured', 'won', 'lead_to_win_rate', 'bookings', 'days_to_won_median'],
    by: ['source.channel', 'month'],
  },
  { metrics: ['captured', 'qualified'], by: ['current.owner', 'current.readiness'] },
  { metrics: ['days_to_mql_median', 'days_to_mql_p90'], by: ['quarter'] },
];

/** Folds a log on one node and on two, and asks both the same. Returns the rows that they agree on. */
async function expectMergedAsOne(events: readonly LeadEvent[]): Promise<readonly ReportRow[]> {
  const names = [newDatabase(), newDatabase()];
  for (const [shard, half] of halvesOf(events).entries()) await engineWith(names[shard] as string, half);
  const one = await engineWith(newDatabase(), events);
  const merged = await mergedReports(names);
  const reported: ReportRow[] = [];
  for (const request of requests) {
    const plan = parsePlan(request, { zone: agreement.timeZone, nowMs });
    const expected = await one.run(plan);
    expect(alike(await merged.run(plan), expected)).toEqual(expected);
    reported.push(...expected);
  }
  const page = { limit: 100 };
  expect(await merged.leadFacts(page)).toEqual(await one.leadFacts(page));
  expect(await merged.values('source.channel', 10)).toEqual(await one.values('source.channel', 10));
  return reported;
}

describe('two shards', () => {
  it('know the campaigns and the rosters of both', async () => {
    const leads = ['ann', 'bob', 'eve', 'ida', 'joe', 'kim', 'leo', 'max'];
    const reported = await expectMergedAsOne([
      event('campaign.planned', 'campaign/m1', '2026-01-02', { channel: 'paid', name: 'Spring fair' }),
      event('roster.changed', 'rep/rosa', '2026-01-02', { team: 'sales' }),
      ...leads.flatMap((lead) => [
        captured(lead, '2026-02-03', 'paid'),
        leadEvent('updated', lead, '2026-02-03', { source: { channel: 'paid', campaign: 'm1' } }),
        assigned(lead, '2026-02-04', 'rosa'),
      ]),
    ]);
    expect(reported.some(({ value }) => value === leads.length)).toBe(true);
  });

  it('that are folded apart give, by their partial sums, what one node gives', async () => {
    const reported: ReportRow[] = [];
    await fc.assert(
      fc.asyncProperty(randomDeliveries({ minLength: 1, maxLength: 1 }), async ([events = []]) => {
        try {
          reported.push(
            ...(await expectMergedAsOne(firstOfEach(events.filter(({ type }) => type !== 'event.retracted')))),
          );
        } finally {
          await closeAll();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
    expect(reported.some(({ value }) => (value ?? 0) > 1)).toBe(true);
  }, 600_000);
});

/** A log without conflicts: of each identity the event that came first. */
function firstOfEach(events: readonly LeadEvent[]): readonly LeadEvent[] {
  return [...new Map([...events].reverse().map((event) => [`${event.source} ${event.id}`, event])).values()];
}
