import { type StageId, stages } from '@sameteam/model';
import { Dictionary, missing } from '../facts/columns/dictionary.ts';
import { keyScale, leadFold } from '../facts/lead-fold.ts';
import type { LeadRuling } from '../facts/lead-ruling.ts';
import { positions } from '../facts/positions.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { FactColumn } from '../plan/dimensions.ts';
import type { LeadFacts } from './fold-leads.ts';
import type { OpportunityFacts } from './fold-opportunities.ts';
import type { MemoryLog } from './log.ts';
import { type MemoList, memoList } from './memo-list.ts';

/** Codes of a column and what they stand for. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly dictionary: Dictionary;
}

/** Facts of one grain as a query sees them. */
export interface FactTable {
  readonly count: number;
  /** By stage: effective time in UTC milliseconds, NaN where it was not reached. */
  readonly timeMs: MemoList<Float64Array>;
  /** By stage: local day of that time. */
  readonly day: MemoList<Int32Array>;
  readonly implied: Uint8Array;
  /** 1 for a row that an exclusion of the agreement takes out. */
  readonly excluded: Uint8Array;
  readonly column: (column: FactColumn) => CodedColumn;
  /** Position in `LeadFacts` of the lead of a row, -1 where there is none. */
  readonly lead: Int32Array;
  /** Minor units, NaN where no amount is known. */
  readonly amountMinor: Float64Array | null;
  readonly currency: CodedColumn | null;
}

/** The table of leads. */
export function leadTable(facts: LeadFacts, log: MemoryLog, ruling: LeadRuling | null, dayOf: DayOf): FactTable {
  const { count } = facts;
  const timeMs = memoList(stages.length, (stage) => timesOf(facts.key[stage] as Float64Array));
  const ruled = rule(facts, log, ruling);
  return {
    count,
    timeMs,
    day: memoList(stages.length, (stage) => daysOf(timeMs(stage), dayOf)),
    implied: facts.implied,
    excluded: ruled.excluded,
    column: (column) => leadColumn(column, facts, log, ruled.segment),
    lead: positions(count),
    amountMinor: null,
    currency: null,
  };
}

/**
 * The table of opportunities. Source, segment, readiness and exclusion are those of its lead: of several the one that
 * was captured first, by subject where two were captured at once. The owner is that of the opportunity.
 */
export function opportunityTable(
  opportunities: ReadonlyMap<number, OpportunityFacts>,
  facts: LeadFacts,
  leads: FactTable,
  log: MemoryLog,
  dayOf: DayOf,
  compareSubjects: (a: number, b: number) => number,
): FactTable {
  const rows = [...opportunities.values()];
  const lead = Int32Array.from(rows, (row) => firstLead(row, facts, compareSubjects));
  const opened = Float64Array.from(rows, ({ openedKey, wonKey }) =>
    Math.floor((Number.isNaN(openedKey) ? wonKey : openedKey) / keyScale),
  );
  const won = Float64Array.from(rows, ({ wonKey }) => Math.floor(wonKey / keyScale));
  const none = new Float64Array(rows.length).fill(Number.NaN);
  const timeMs = memoList(stages.length, (stage) =>
    stages[stage] === 'opportunity' ? opened : stages[stage] === 'won' ? won : none,
  );
  const ownersAt = (at: StageId | 'current'): CodedColumn => {
    const read = at === 'won' || at === 'opportunity' ? at : 'current';
    return { dictionary: log.values, codes: Int32Array.from(rows, ({ owners }) => log.values.code(owners[read])) };
  };
  const currencies = new Dictionary();
  return {
    count: rows.length,
    timeMs,
    day: memoList(stages.length, (stage) => daysOf(timeMs(stage), dayOf)),
    implied: Uint8Array.from(rows, ({ openedKey, wonKey }) =>
      Number.isNaN(openedKey) && !Number.isNaN(wonKey) ? 1 << stages.indexOf('opportunity') : 0,
    ),
    excluded: Uint8Array.from(lead, (row) => (row === -1 ? 0 : (leads.excluded[row] as number))),
    column: (column) => {
      if (column.kind === 'last' && column.name === 'owner') return ownersAt(column.at);
      const { codes, dictionary } = leads.column(column);
      return { dictionary, codes: Int32Array.from(lead, (row) => (row === -1 ? missing : (codes[row] as number))) };
    },
    lead,
    amountMinor: Float64Array.from(rows, ({ amountMinor }) => amountMinor ?? Number.NaN),
    currency: { dictionary: currencies, codes: Int32Array.from(rows, ({ currency }) => currencies.code(currency)) },
  };
}

function firstLead(
  { leads }: OpportunityFacts,
  facts: LeadFacts,
  compareSubjects: (a: number, b: number) => number,
): number {
  const captured = facts.key[0] as Float64Array;
  let first = -1;
  for (const subject of leads) {
    const row = facts.position[subject] ?? -1;
    if (row === -1) continue;
    if (first === -1 || isBefore(row, first)) first = row;
  }
  return first;

  function isBefore(a: number, b: number): boolean {
    const timeA = Math.floor((captured[a] as number) / keyScale);
    const timeB = Math.floor((captured[b] as number) / keyScale);
    if (timeA === timeB || (Number.isNaN(timeA) && Number.isNaN(timeB))) {
      return compareSubjects(facts.subject[a] as number, facts.subject[b] as number) < 0;
    }
    return timeA < timeB || Number.isNaN(timeB);
  }
}

function leadColumn(column: FactColumn, facts: LeadFacts, log: MemoryLog, segment: CodedColumn): CodedColumn {
  switch (column.kind) {
    case 'segment':
      return segment;
    case 'capture':
      return {
        dictionary: log.values,
        codes: facts.capture(leadFold.capture.findIndex(({ name }) => name === column.name)),
      };
    case 'last': {
      const values = facts.last(leadFold.last.findIndex(({ name }) => name === column.name));
      const at = column.at === 'current' ? stages.length : stages.indexOf(column.at);
      return { dictionary: log.values, codes: values[at] as Int32Array };
    }
  }
}

function rule(
  facts: LeadFacts,
  log: MemoryLog,
  ruling: LeadRuling | null,
): { readonly segment: CodedColumn; readonly excluded: Uint8Array } {
  const dictionary = new Dictionary();
  const codes = new Int32Array(facts.count).fill(missing);
  const excluded = new Uint8Array(facts.count);
  if (ruling === null) return { segment: { codes, dictionary }, excluded };
  // Captures repeat themselves: each combination of values is judged once.
  const judged = new Map<string, { readonly segment: number; readonly excluded: number }>();
  const columns = leadFold.capture.map((_, index) => facts.capture(index));
  for (let row = 0; row < facts.count; row++) {
    const said = columns.map((column) => column[row] as number);
    const key = said.join(' ');
    let judgement = judged.get(key);
    if (judgement === undefined) {
      const { segment, isExcluded } = ruling.judge(said.map((code) => log.values.text(code)));
      judgement = { segment: dictionary.code(segment), excluded: isExcluded ? 1 : 0 };
      judged.set(key, judgement);
    }
    codes[row] = judgement.segment;
    excluded[row] = judgement.excluded;
  }
  return { segment: { codes, dictionary }, excluded };
}

function timesOf(key: Float64Array): Float64Array {
  const times = new Float64Array(key.length);
  for (let row = 0; row < key.length; row++) times[row] = Math.floor((key[row] as number) / keyScale);
  return times;
}

function daysOf(times: Float64Array, dayOf: DayOf): Int32Array {
  const days = new Int32Array(times.length);
  for (let row = 0; row < times.length; row++) {
    const at = times[row] as number;
    if (!Number.isNaN(at)) days[row] = dayOf(at);
  }
  return days;
}
