import {
  type DimensionValue,
  type LeadRow,
  type MetricDefinition,
  type ReportCell,
  type ReportRequest,
  type ReportRow,
  type SameteamClient,
  SameteamClientError,
} from '@sameteam/api/client';
import { explanationOf } from './explanation-of.ts';
import { fakeDefinitions } from './fake-definitions.ts';
import { fakeLeads, type StageId, stages } from './fake-leads.ts';

const dayMs = 86_400_000;
/** The cohorts of April and May have not had their 90 days. */
export const fakeAsOf = '2018-07-15T12:00:00Z';

/** A client that reckons over fake leads, and can be told to fail, to be slow, or to hold nothing. */
export interface FakeClient extends SameteamClient {
  readonly calls: { readonly method: keyof SameteamClient; readonly argument: unknown }[];
  behaviour: 'answers' | 'fails' | 'hangs';
  /** Where the document of the agreement lies. */
  document: string | null;
}

/** @param leads as of `fakeLeads()`; an empty list for an empty store */
export function fakeClient(leads: readonly LeadRow[] = fakeLeads()): FakeClient {
  const calls: FakeClient['calls'] = [];
  const client: FakeClient = {
    calls,
    behaviour: 'answers',
    document: null,
    report: (request) =>
      told('report', request, () => ({ rows: rowsOf(leads, request), asOf: fakeAsOf, agreement: reference })),
    leads: ({ report, cell, page }) =>
      told('leads', { report, cell, page }, () => {
        const all = leadsBehind(leads, report, cell);
        const start = page.after === undefined ? 0 : Number(page.after);
        const next = start + page.limit < all.length ? String(start + page.limit) : null;
        return { leads: all.slice(start, start + page.limit), total: all.length, next };
      }),
    explain: ({ metric, report, dimensions = {} }) =>
      told('explain', { metric, report, dimensions }, () => {
        const rows = report === undefined ? [] : rowsOf(leads, { ...report, metrics: [metric] });
        const own = rows.find((row) => Object.entries(row.dimensions).every(([id, value]) => dimensions[id] === value));
        return explanationOf(own ?? null, definitionOf(metric));
      }),
    history: (lead) => told('history', lead, () => ({ lead, events: historyOf(leads, lead) })),
    metrics: () => told('metrics', null, () => fakeDefinitions),
    values: (dimension) =>
      told('values', dimension, () => ({ dimension, values: valuesOf(leads, dimension), more: false })),
    agreement: () =>
      told('agreement', null, () => ({
        ...reference,
        document: client.document,
        effective: '2017-06-01',
        timeZone: 'America/Sao_Paulo',
        currency: 'BRL',
        expected: { lead_to_win_rate: 0.12, captured_to_mql_rate: 0.5 },
      })),
    health: () =>
      told('health', null, () => ({
        status: 'ok',
        engine: 'memory',
        events: leads.length * 3,
        leads: leads.length,
        quarantined: 0,
        asOf: fakeAsOf,
        firstEvent: leads.length === 0 ? null : '2017-06-14T03:00:00Z',
        lastEvent: leads.length === 0 ? null : '2018-07-14T00:00:00Z',
      })),
  };

  function told<T>(method: keyof SameteamClient, argument: unknown, answer: () => T): Promise<T> {
    calls.push({ method, argument });
    if (client.behaviour === 'hangs') return new Promise(() => {});
    if (client.behaviour === 'fails') return Promise.reject(unreachable());
    try {
      return Promise.resolve(answer());
    } catch (error) {
      return Promise.reject(error);
    }
  }
  return client;
}

const reference = { name: 'Olist sellers', version: 3, draft: true, standing: 'draft' } as const;

function unreachable(): SameteamClientError {
  return new SameteamClientError({
    code: 'unreachable',
    status: 0,
    title: 'No answer',
    detail: 'Cannot reach /v1/reports: no answer came. Check that the server runs and that this page may call it.',
  });
}

function reachedAt(lead: LeadRow, stage: string): number | null {
  const own = lead.stages[stage] ?? null;
  if (own !== null) return Date.parse(own);
  if (!lead.implied.includes(stage)) return null;
  const later = stages.slice(stages.indexOf(stage as StageId)).map((s) => lead.stages[s] ?? null);
  const found = later.find((time) => time !== null);
  return found ? Date.parse(found) : null;
}

function valueIn(lead: LeadRow, dimension: string, anchor: string): string | null {
  if (dimension === 'month') {
    const at = reachedAt(lead, anchor);
    return at === null ? null : new Date(at).toISOString().slice(0, 7);
  }
  if (dimension.startsWith('source.')) return lead.source[dimension.slice(7) as keyof LeadRow['source']];
  return lead[dimension.replace(/^current\./, '') as 'owner' | 'segment' | 'readiness'];
}

function definitionOf(metric: string): MetricDefinition {
  const found = fakeDefinitions.metrics.find(({ id }) => id === metric);
  if (found) return found;
  throw new SameteamClientError({
    code: 'unknown-metric',
    status: 422,
    title: 'Unknown metric',
    detail: `Cannot report ${metric}: there is no such metric. Metrics: captured, won, …`,
  });
}

function inView(lead: LeadRow, request: ReportRequest, anchor: string): boolean {
  const at = reachedAt(lead, anchor);
  if (at === null) return false;
  const day = new Date(at).toISOString().slice(0, 10);
  if ((request.from && day < request.from) || (request.to && day > request.to)) return false;
  return (request.filters ?? []).every((filter) => {
    const value = valueIn(lead, filter.dimension, anchor);
    return 'in' in filter ? filter.in.includes(value) : !filter.notIn.includes(value);
  });
}

/** Who is above and below the line, and who is left out. */
function partsOf(
  leads: readonly LeadRow[],
  { measure }: MetricDefinition,
): Record<ReportCell['part'], readonly LeadRow[]> {
  if (measure.kind === 'count') {
    const reached = leads.filter((lead) => reachedAt(lead, measure.stage) !== null);
    return { numerator: reached, denominator: reached, excluded: [] };
  }
  if (!('from' in measure)) return { numerator: [], denominator: [], excluded: [] };
  const from = leads.filter((lead) => reachedAt(lead, measure.from) !== null);
  const both = from.filter((lead) => reachedAt(lead, measure.to) !== null);
  if (measure.kind === 'ratio') return { numerator: both, denominator: from, excluded: [] };
  const excluded = both.filter((lead) => lead.impossibleOrder);
  const ordered = (list: readonly LeadRow[]) => list.filter((lead) => !excluded.includes(lead));
  if (measure.kind === 'duration') return { numerator: ordered(both), denominator: ordered(both), excluded };
  const quick = ordered(both).filter((lead) => daysOf(lead, measure) <= measure.limitDays);
  return { numerator: quick, denominator: ordered(from), excluded };
}

function daysOf(lead: LeadRow, { from, to }: { readonly from: StageId; readonly to: StageId }): number {
  return ((reachedAt(lead, to) ?? 0) - (reachedAt(lead, from) ?? 0)) / dayMs;
}

function grouped<K>(leads: readonly LeadRow[], key: (lead: LeadRow) => K): ReadonlyMap<K, readonly LeadRow[]> {
  const groups = new Map<K, LeadRow[]>();
  for (const lead of leads) {
    const group = groups.get(key(lead));
    if (group) group.push(lead);
    else groups.set(key(lead), [lead]);
  }
  return groups;
}

function rowsOf(leads: readonly LeadRow[], request: ReportRequest): readonly ReportRow[] {
  const by = [...(request.by ?? []), ...(request.grain ? [request.grain] : [])];
  return request.metrics.flatMap((metric) => {
    const definition = definitionOf(metric);
    const inside = leads.filter((lead) => inView(lead, request, definition.anchor));
    if (by.length === 0) return [rowOf(definition, inside, {})];
    const groups = grouped(inside, (lead) => JSON.stringify(by.map((d) => valueIn(lead, d, definition.anchor))));
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, group]) => {
        const values = JSON.parse(key) as (string | null)[];
        return rowOf(definition, group, Object.fromEntries(by.map((d, i) => [d, values[i] ?? null])));
      });
  });
}

function rowOf(
  definition: MetricDefinition,
  group: readonly LeadRow[],
  dimensions: ReportRow['dimensions'],
): ReportRow {
  const { measure } = definition;
  const { numerator, denominator, excluded } = partsOf(group, definition);
  const [hits, trials] = [numerator.length, denominator.length];
  const isRate = measure.kind === 'ratio' || measure.kind === 'within';
  const value = isRate
    ? trials === 0
      ? null
      : hits / trials
    : measure.kind === 'duration'
      ? quantileOf(numerator, measure)
      : hits;
  const span = isRate ? wilson(hits, trials) : null;
  const latest =
    isRate && 'from' in measure ? Math.max(0, ...denominator.map((lead) => reachedAt(lead, measure.from) ?? 0)) : 0;
  const mature = isRate ? latest + 90 * dayMs <= Date.parse(fakeAsOf) : null;
  const stage = measure.kind === 'count' ? measure.stage : 'to' in measure ? measure.to : null;
  return {
    metric: definition.id,
    unit: definition.unit,
    anchor: definition.anchor,
    dimensions,
    value,
    numerator: measure.kind === 'duration' ? null : hits,
    denominator: measure.kind === 'count' ? null : trials,
    excluded: excluded.length,
    implied: numerator.filter((lead) => stage !== null && lead.implied.includes(stage)).length,
    low: span?.[0] ?? null,
    high: span?.[1] ?? null,
    mature,
    projected: mature === false && value !== null ? Math.min(1, value * 1.14) : null,
    projectedLow: null,
    projectedHigh: null,
    folded: null,
    restated: 0,
    unrecorded: [],
    binding: false,
    currency: null,
    clause: definition.clause,
    asOf: fakeAsOf,
  };
}

function wilson(hits: number, trials: number): readonly [number, number] | null {
  if (trials === 0) return null;
  const z2 = 1.959964 ** 2;
  const p = hits / trials;
  const centre = (p + z2 / (2 * trials)) / (1 + z2 / trials);
  const half = (1.959964 * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials ** 2))) / (1 + z2 / trials);
  return [centre - half, centre + half];
}

function quantileOf(
  leads: readonly LeadRow[],
  measure: { readonly from: StageId; readonly to: StageId; readonly p: number },
): number | null {
  const days = leads.map((lead) => daysOf(lead, measure)).sort((a, b) => a - b);
  return days[Math.floor((days.length - 1) * measure.p)] ?? null;
}

function leadsBehind(leads: readonly LeadRow[], request: ReportRequest, cell: ReportCell): readonly LeadRow[] {
  const definition = definitionOf(cell.metric);
  const inside = leads.filter(
    (lead) =>
      inView(lead, request, definition.anchor) &&
      Object.entries(cell.dimensions).every(([d, value]) => valueIn(lead, d, definition.anchor) === value),
  );
  return partsOf(inside, definition)[cell.part];
}

function valuesOf(leads: readonly LeadRow[], dimension: string): readonly DimensionValue[] {
  const groups = grouped(leads, (lead) => valueIn(lead, dimension, 'captured'));
  return [...groups].map(([value, group]) => ({ value, leads: group.length })).sort((a, b) => b.leads - a.leads);
}

function historyOf(leads: readonly LeadRow[], id: string) {
  const lead = leads.find((row) => row.lead === id);
  const types: Partial<Record<StageId, string>> = {
    captured: 'lead.captured',
    mql: 'lead.qualified',
    handed_off: 'lead.handed_off',
    sal: 'lead.accepted',
    sql: 'lead.sales_qualified',
    opportunity: 'opportunity.opened',
    won: 'opportunity.won',
  };
  return stages.flatMap((stage) => {
    const time = lead?.stages[stage] ?? null;
    if (lead === undefined || time === null) return [];
    const data =
      stage === 'captured'
        ? { source: lead.source }
        : stage === 'handed_off'
          ? { from: 'marketing', to: 'sales' }
          : { by: lead.owner };
    return [
      {
        id: `${id}-${stage}`,
        source: '//olist.example/exports',
        type: types[stage] ?? stage,
        subject: stage === 'won' || stage === 'opportunity' ? id.replace('lead/', 'opportunity/') : id,
        time,
        recordedtime: '2018-07-15T09:30:00Z',
        import: 'imp_2018_07_15',
        retracted: false,
        data,
      },
    ];
  });
}
