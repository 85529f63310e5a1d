import type { Agreement } from '@sameteam/agreement';
import {
  appendEvents,
  type Cell,
  type Engine,
  type ImportOutcome,
  type LeadRow,
  type PlanRequest,
  parsePlan,
  type ReportRow,
  type Verdict,
} from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { afterEach, describe } from 'vitest';
import { agreementWith } from './agreements.ts';
import { engines, type TestedEngine, type TestedOptions } from './engines.ts';

/** When reports are made unless they say so: long after every event of the tests. */
export const nowMs = Date.UTC(2027, 11, 31);

/** When the first import of a test is recorded; each further one is a minute later. */
export const firstImportMs = Date.UTC(2027, 0, 1);

/** A value of a row, or of one of its dimensions. */
type Shown = string | number | boolean | null;

/** An engine with a log, and short ways to ask it. */
export interface Team {
  readonly engine: Engine;
  /** Imports events; ids are `i1`, `i2`, … */
  import(
    events: Iterable<LeadEvent>,
    options?: { readonly id?: string; readonly batchSize?: number; readonly recordedMs?: number },
  ): Promise<{ readonly verdicts: readonly Verdict[]; readonly outcome: ImportOutcome }>;
  undo(id: string): Promise<ImportOutcome>;
  report(request: PlanRequest): Promise<readonly ReportRow[]>;
  /** The rows of a report as a table: the values of its dimensions, then the named fields. */
  table(request: PlanRequest, ...fields: readonly (keyof ReportRow)[]): Promise<readonly (readonly Shown[])[]>;
  /** The leads behind a cell, by name without `lead/`. */
  names(request: PlanRequest, cell?: Partial<Cell>): Promise<readonly string[]>;
  leadRow(lead: string): Promise<LeadRow | undefined>;
}

/** Opens an engine of the test at hand; it is closed after the test. */
export type OpenTeam = (
  events?: readonly LeadEvent[],
  options?: TestedOptions & { readonly agreement?: Agreement },
) => Promise<Team>;

/** Declares the same tests for every engine. */
export function onEveryEngine(declare: (open: OpenTeam, name: TestedEngine['name']) => void): void {
  describe.each(engines)('$name', ({ name, open }) => {
    const opened: Engine[] = [];
    afterEach(async () => {
      for (const engine of opened.splice(0)) await engine.close();
    });
    declare(async (events = [], { agreement = agreementWith(), ...options } = {}) => {
      const engine = await open(agreement, options);
      opened.push(engine);
      const team = teamOf(engine, agreement);
      if (events.length > 0) await team.import(events);
      return team;
    }, name);
  });
}

/** Short ways to ask an engine. */
export function teamOf(engine: Engine, agreement: Agreement): Team {
  let imports = 0;
  const planOf = (request: PlanRequest) =>
    parsePlan(request, { zone: agreement.timeZone, nowMs, metrics: engine.metrics });
  const recorded = () => firstImportMs + imports * 60_000;
  return {
    engine,
    async import(events, options = {}) {
      const recordedMs = options.recordedMs ?? recorded();
      imports += 1;
      return appendEvents(engine, events, { id: `i${imports}`, ...options, recordedMs });
    },
    undo: (id) => engine.undoImport(id, { recordedMs: recorded() }),
    report: async (request) => engine.run(planOf(request)),
    async table(request, ...fields) {
      const rows = await engine.run(planOf(request));
      return rows.map((row) => [...Object.values(row.dimensions), ...fields.map((field) => row[field] as Shown)]);
    },
    async names(request, cell = {}) {
      const metric = request.metrics[0] as string;
      const whole: Cell = { metric, dimensions: {}, part: 'numerator', ...cell };
      const page = await engine.leads(planOf(request), whole, { limit: 1000 });
      return page.leads.map(({ lead }) => lead.slice('lead/'.length));
    },
    async leadRow(lead) {
      const plan = planOf({ metrics: ['captured'] });
      const page = await engine.leads(plan, { metric: 'captured', dimensions: {}, part: 'numerator' }, { limit: 1000 });
      return page.leads.find((row) => row.lead === `lead/${lead}`);
    },
  };
}
