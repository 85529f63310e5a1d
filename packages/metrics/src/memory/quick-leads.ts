import { stages } from '@sameteam/model';
import type { Dictionary } from '../facts/columns/dictionary.ts';
import { leadFold } from '../facts/lead-fold.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { LeadFacts } from './fold-leads.ts';
import { daysOfTimes } from './reduce/fact-days.ts';
import type { CodedColumn, FactTable } from './reduce/fact-table.ts';

/** What the table of leads is made of. */
export interface QuickLeadsInput {
  readonly facts: LeadFacts;
  /** Subjects and values of texts that the facts have codes of. */
  readonly subjects: Dictionary;
  readonly values: Dictionary;
  /** Whether an agreement sorts leads into segments or takes some out: then only whole stories say which. */
  readonly isRuled: boolean;
  /** Whether a campaign has a name beside its id: then only whole stories say what it is grouped by. */
  readonly hasCampaignNames: () => boolean;
  readonly dayOf: DayOf;
  /** The same leads with every column, folded when they are first asked for. */
  readonly folded: () => FactTable;
}

/** Name of the column of each value of a capture. */
const captureColumns: ReadonlyMap<string, number> = new Map(
  leadFold.capture.map(({ name }, index) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), index]),
);

/** Value of `leadFold.last`, and the place among the stages at which it is read, by column; behind the stages is as-of. */
const lastColumns: ReadonlyMap<string, readonly [value: number, at: number]> = new Map(
  leadFold.last.flatMap(({ name }, value) =>
    [...stages, 'now'].map((at, place): [string, readonly [number, number]] => [`${name}_at_${at}`, [value, place]]),
  ),
);

const stageOfColumn: ReadonlyMap<string, number> = new Map(stages.map((stage, index) => [`at_${stage}`, index]));

/**
 * The table of leads. Stages, sources, owners and readiness come of one pass over the columns of the log, which is what most
 * reports ask for; every other column of the folded stories, in the order of the rows of that pass.
 */
export function quickLeads(input: QuickLeadsInput): FactTable {
  const { facts, subjects, values, isRuled, hasCampaignNames, dayOf, folded } = input;
  const { count } = facts;
  const numbers = remembering((column): Float64Array => {
    const stage = stageOfColumn.get(column);
    if (stage !== undefined) return facts.stages().times[stage] as Float64Array;
    if (column === 'implied') return new Float64Array(facts.stages().implied);
    if (column === 'impossible') return new Float64Array(facts.impossible());
    return gather(folded().numbers(column), order(), new Float64Array(count));
  });
  const codes = remembering((column): CodedColumn => {
    const capture = captureColumns.get(column);
    if (capture !== undefined && !(column === 'campaign' && hasCampaignNames()))
      return { codes: facts.capture(capture), dictionary: values };
    const last = lastColumns.get(column);
    if (last !== undefined) return { codes: facts.last(last[0])(last[1]), dictionary: values };
    if (column === 'lead') return { codes: facts.subject, dictionary: subjects };
    const whole = folded().codes(column);
    return { codes: gather(whole.codes, order(), new Int32Array(count)), dictionary: whole.dictionary };
  });
  const days = remembering((time) => daysOfTimes(numbers(time), dayOf));
  let foldedRow: Int32Array | null = null;
  /** Row of each lead among the folded ones. */
  const order = (): Int32Array => {
    if (foldedRow !== null) return foldedRow;
    foldedRow = new Int32Array(count);
    const { codes: leads, dictionary } = folded().codes('lead');
    for (let row = 0; row < leads.length; row++) {
      const subject = subjects.find(dictionary.text(leads[row] as number)) as number;
      foldedRow[facts.position[subject] as number] = row;
    }
    return foldedRow;
  };
  let excluded: Uint8Array | null | undefined = isRuled ? undefined : null;
  return {
    grain: 'leads',
    count,
    numbers,
    codes,
    days,
    excluded: () => {
      if (excluded === undefined) {
        const flags = folded().excluded();
        excluded = flags === null ? null : gather(flags, order(), new Uint8Array(count));
      }
      return excluded;
    },
  };
}

function remembering<T>(make: (column: string) => T): (column: string) => T {
  const made = new Map<string, T>();
  return (column) => {
    const known = made.get(column);
    if (known !== undefined) return known;
    const value = make(column);
    made.set(column, value);
    return value;
  };
}

function gather<A extends Float64Array | Int32Array | Uint8Array>(from: A, order: Int32Array, to: A): A {
  for (let row = 0; row < order.length; row++) to[row] = from[order[row] as number] as number;
  return to;
}
