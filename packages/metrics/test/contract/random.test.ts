import {
  appendEvents,
  type Engine,
  type ImportOutcome,
  MetricsError,
  type Plan,
  parsePlan,
  type ReportRow,
  type Verdict,
} from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { alike } from '../support/alike.ts';
import { engines } from '../support/engines.ts';
import { isStageMeasure, metricDefinition } from '../support/metric-measures.ts';
import { randomDeliveries } from '../support/random-log.ts';
import { type RandomRequest, randomRequest } from '../support/random-request.ts';
import { assertReplayably, replayed } from '../support/replayable.ts';

const agreement = agreementWith({
  timeZone: 'Europe/Berlin',
  rates: { USD: [{ rate: 0.92 }, { from: '2026-03-01', rate: 0.9 }] },
  fiscalYear: { starts: '02-01', week: 'sun' },
  exclusions: [
    {
      id: 'rivals',
      when: { all: [{ field: 'source.channel', in: ['ünknown'] }, { not: { field: 'source.motion', exists: true } }] },
    },
  ],
  segments: [
    { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } },
    {
      id: 'partner',
      when: {
        any: [
          { field: 'source.channel', is: '😀' },
          { field: 'lead.product', is: 'paid' },
        ],
      },
    },
  ],
  windows: { lead_to_win: '20d', mql_to_sal: '36h' },
  teams: { marketing: {}, sales: {}, sdr: { partOf: 'sales' } },
  calendars: { default: { hours: '09:00-17:30' }, sdr: { zone: 'America/Sao_Paulo', hours: '08:00-12:00' } },
  handOffs: {
    to_sales: { from: 'marketing', to: 'sales', when: { readiness: 'hot' } },
    to_sdr: { from: 'marketing', to: 'sdr', when: { any: [{ readiness: 'raw' }, { company: 'customer' }] } },
  },
  sla: {
    first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4wh' },
    attempts: {
      of: 'sales',
      from: 'lead.handed_off',
      kept: { attempts: 2 },
      unless: ['connected', 'replied'],
      within: '3d',
    },
    decision: {
      of: 'sales',
      from: 'lead.handed_off',
      kept: ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'],
      within: { time: '5wd', calendar: 'sdr' },
    },
    answered: { of: 'marketing', grain: 'lead', from: 'lead.captured', kept: 'lead.qualified', within: '48h' },
    deal_alive: {
      of: 'sales',
      grain: 'opportunity',
      from: 'opportunity.opened',
      kept: ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
      within: '10d',
      repeat: true,
    },
  },
  reasons: {
    // biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    not_ready: { then: 'recycle', program: 'newsletter', revisitAfter: '20d' },
    with_competitor: { then: 'recycle', program: 'newsletter', revisitAfter: '60d' },
    wrong_profile: { then: 'disqualify' },
    // biome-ignore-end lint/suspicious/noThenProperty: end of the data
  },
  programs: { newsletter: { owner: 'marketing' } },
  pipelines: {
    new: {
      stages: [
        { id: 'discovery', probability: 0.2 },
        { id: 'proposal', probability: 0.6 },
      ],
    },
  },
  qualified: { when: { readiness: ['hot', 'raw'] }, by: 'marketing', companies: { contacts: 2, within: '30d' } },
  goals: [{ metric: 'bookings', per: 'quarter', target: 500000, teams: ['marketing', 'sales'] }],
});

const importMs = Date.UTC(2026, 5, 1);
const recordedMs = (index: number) => importMs + index * 1000;

/** So many logs are compared, each by several plans of its own. */
const logs = Number(process.env.SAMETEAM_RANDOM_LOGS ?? 1000);
const plansEach = Number(process.env.SAMETEAM_RANDOM_PLANS ?? 2);
/** Each history is a log that grows by one import at a time, and is compared after each. */
const importsEach = 5;
/** Histories that are compared at a time: most of the work is the database's, on threads of its own. */
const lanes = 2;

const history = fc.record({
  deliveries: randomDeliveries({ minLength: importsEach, maxLength: importsEach, erases: true }),
  steps: fc.array(
    fc.record({
      isUndone: fc.nat({ max: 5 }).map((n) => n === 0),
      isSplit: fc.nat({ max: 9 }).map((n) => n === 0),
      requests: fc.array(fc.oneof(randomRequest({ isBounded: true }), randomRequest({ isBounded: false })), {
        minLength: plansEach,
        maxLength: plansEach,
      }),
      cell: fc.nat(),
    }),
    { minLength: importsEach, maxLength: importsEach },
  ),
});

type Step = Parameters<Parameters<typeof history.map>[0]>[0]['steps'][number];

/** How often what makes a log difficult did occur. */
const seen = {
  logs: 0,
  plans: 0,
  rows: 0,
  impliedStages: 0,
  impossibleOrders: 0,
  exclusions: 0,
  immatureCohorts: 0,
  projections: 0,
  quantiles: 0,
  sumsOfTwoCurrencies: 0,
  ties: 0,
  corrections: 0,
  mergedLeads: 0,
  mergedOpportunities: 0,
  retractions: 0,
  undoneImports: 0,
  duplicates: 0,
  conflicts: 0,
  erasures: 0,
  refusedAsErased: 0,
  earlierAsOf: 0,
  earlierKnownAt: 0,
  leadsPages: 0,
  secondPages: 0,
};

describe(engines.map(({ name }) => name).join(' and '), () => {
  it(`give the same answers on ${logs * plansEach} random pairs of a log and a plan`, async () => {
    // A failure is made smaller by so many trials only: each opens two engines.
    const compare = fc.asyncProperty(fc.limitShrink(history, 60), async ({ deliveries, steps }) => {
      const opened = await Promise.all(engines.map(({ open }) => open(agreement)));
      try {
        const sent: LeadEvent[] = [];
        for (const [index, events] of deliveries.entries()) {
          const step = steps[index] as Step;
          await compareImport(opened, events, { index, step });
          sent.push(...events);
          countLog(sent);
          for (const request of step.requests) await compareReport(opened, request, { index, step });
        }
        await compareFacts(opened);
      } finally {
        await Promise.all(opened.map((engine) => engine.close()));
      }
    });
    // The values as they come: small ones, which are tried first otherwise, make empty reports.
    const plugins = [fc.unbiased()];
    if (replayed !== null) {
      await assertReplayably(compare, { ...replayed, numRuns: 1, plugins });
      return;
    }
    const numRuns = Math.ceil(logs / importsEach / lanes);
    await Promise.all(Array.from({ length: lanes }, () => assertReplayably(compare, { numRuns, plugins })));
    const rare = Object.entries(seen).filter(([, times]) => times < logs / 100);
    expect(rare, 'what occurred too rarely to say that it was tested').toEqual([]);
    expect(seen.logs).toBeGreaterThanOrEqual(logs);
    expect(seen.plans).toBeGreaterThanOrEqual(logs * plansEach);
  }, 1_200_000);
});

/** The same from every engine, or the same refusal. */
async function same<T>(
  opened: readonly Engine[],
  ask: (engine: Engine) => Promise<T>,
  align: (answer: T, first: T) => unknown = (answer) => answer,
): Promise<T | null> {
  const answers = await Promise.all(opened.map((engine) => ask(engine).then((answer) => ({ answer }), refusal)));
  const [first, ...others] = answers;
  for (const other of others) {
    if (first !== undefined && 'answer' in first && 'answer' in other) {
      expect(align(other.answer, first.answer)).toEqual(first.answer);
    } else expect(other).toEqual(first);
  }
  return first !== undefined && 'answer' in first ? first.answer : null;
}

function refusal(cause: unknown): { readonly code: string; readonly message: string } {
  if (!(cause instanceof MetricsError)) throw cause;
  return { code: cause.code, message: cause.message };
}

async function compareImport(
  opened: readonly Engine[],
  events: readonly LeadEvent[],
  { index, step }: { readonly index: number; readonly step: Step },
): Promise<void> {
  const id = `i${index}`;
  const result = await same<{ readonly verdicts: readonly Verdict[]; readonly outcome: ImportOutcome }>(
    opened,
    (engine) =>
      appendEvents(engine, events, {
        recordedMs: recordedMs(index),
        id,
        ...(step.isSplit ? { batchSize: 13 } : {}),
      }),
  );
  for (const verdict of result?.verdicts ?? []) {
    if (verdict === 'duplicate') seen.duplicates++;
    if (verdict === 'conflict') seen.conflicts++;
    if (verdict === 'erased') seen.refusedAsErased++;
  }
  if (step.isUndone) {
    seen.undoneImports++;
    await same(opened, (engine) => engine.undoImport(id, { recordedMs: recordedMs(index) + 500 }));
  }
}

async function compareReport(
  opened: readonly Engine[],
  { knownAtImport, ...request }: RandomRequest,
  { index, step }: { readonly index: number; readonly step: Step },
): Promise<void> {
  const knownAt =
    knownAtImport === undefined ? {} : { knownAt: new Date(recordedMs(Math.min(knownAtImport, index))).toISOString() };
  const plan = parsePlan({ ...request, ...knownAt }, { zone: agreement.timeZone, nowMs: importMs });
  const rows = await same(opened, (engine) => engine.run(plan), alike);
  seen.plans++;
  if (request.asOf !== undefined) seen.earlierAsOf++;
  if (knownAtImport !== undefined && knownAtImport < index) seen.earlierKnownAt++;
  if (rows === null || rows.length === 0) return;
  countRows(rows);
  const full = rows.filter(({ numerator, denominator }) => (numerator ?? 0) > 0 || (denominator ?? 0) > 0);
  const row = (full.length > 0 ? full : rows)[step.cell % Math.max(1, full.length || rows.length)] as ReportRow;
  await compareLeads(opened, plan, {
    row,
    part: (['numerator', 'denominator', 'excluded'] as const)[step.cell % 3] as 'numerator',
  });
}

async function compareLeads(
  opened: readonly Engine[],
  plan: Plan,
  { row, part }: { readonly row: ReportRow; readonly part: 'numerator' | 'denominator' | 'excluded' },
): Promise<void> {
  const cell = { metric: row.metric, dimensions: row.dimensions, part };
  const page = await same(opened, (engine) => engine.leads(plan, cell, { limit: 2 }));
  if (page === null) return;
  if (page.leads.length > 0) seen.leadsPages++;
  if (countsLeads(row.metric)) {
    if (part === 'excluded') expect(page.total).toBe(row.excluded);
    else if (row[part] !== null) expect(page.total).toBe(row[part]);
  }
  const { next } = page;
  if (next === null) return;
  seen.secondPages++;
  await same(opened, (engine) => engine.leads(plan, cell, { limit: 3, after: next }));
}

/** Whether a number counts leads themselves, so that its way down has as many. */
function countsLeads(id: string): boolean {
  const metric = metricDefinition(id);
  return metric !== undefined && isStageMeasure(metric.measure) && metric.measure.kind !== 'sum';
}

async function compareFacts(opened: readonly Engine[]): Promise<void> {
  const leads = await same(opened, (engine) => engine.leadFacts({ limit: 1000 }));
  await same(opened, (engine) => engine.opportunityFacts({ limit: 1000 }));
  await same(opened, (engine) => engine.values('source.channel', 20));
  await same(opened, (engine) => engine.values('owner', 20));
  await same(opened, async (engine) => ({ ...(await engine.status()), engine: 'any' }));
  for (const subject of [leads?.leads[0]?.lead ?? 'lead/a0', 'opportunity/o1'])
    await same(opened, (engine) => engine.events(subject));
}

function countRows(rows: readonly ReportRow[]): void {
  seen.rows += rows.length;
  for (const row of rows) {
    if (row.implied > 0) seen.impliedStages++;
    if (row.excluded > 0) seen.exclusions++;
    if (row.excluded > 0 && (row.unit === 'days' || row.metric.includes('_within_'))) seen.impossibleOrders++;
    if (row.mature === false) seen.immatureCohorts++;
    const isRate = row.unit === 'ratio' && row.projected !== null;
    if (isRate && (row.projected ?? 0) > 0 && (row.projected ?? 1) < 1) seen.projections++;
    if (row.unit === 'days' && (row.denominator ?? 0) > 1) seen.quantiles++;
  }
}

function countLog(sent: readonly LeadEvent[]): void {
  seen.logs++;
  const has = (test: (event: LeadEvent) => boolean) => (sent.some(test) ? 1 : 0);
  const currencies = new Set<string>();
  for (const event of sent) {
    if (event.type === 'opportunity.won' && event.data.amount) currencies.add(event.data.amount.currency);
  }
  if (currencies.size > 1) seen.sumsOfTwoCurrencies++;
  const places = sent.map(({ subject, time }) => `${subject} ${time}`);
  if (new Set(places).size < places.length) seen.ties++;
  seen.corrections += has((event) => event.type === 'lead.stage_reset' && event.data.kind === 'correction');
  seen.mergedLeads += has((event) => event.type === 'record.linked' && event.subject.startsWith('lead/'));
  seen.mergedOpportunities += has(
    (event) => event.type === 'record.linked' && event.subject.startsWith('opportunity/'),
  );
  seen.retractions += has((event) => event.type === 'event.retracted');
  seen.erasures += has((event) => event.type === 'record.erased');
}
