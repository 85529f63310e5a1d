import { compareUtf8 } from '@sameteam/model';
import { type FactGrain, type FactRowOf, factSchema } from '../../facts/schema/fact-schema.ts';
import type { FactReducer, LogBounds, SubjectQuery } from '../../plan/reduction.ts';
import { amountsOf } from './amounts.ts';
import type { FactTable } from './fact-table.ts';
import { histogramOf } from './histogram.ts';
import { leadsOf } from './lead-pages.ts';
import { matchingSubjects } from './matching-subjects.ts';
import { readFactRow } from './read-fact-row.ts';
import { reduceTable } from './reduce-table.ts';
import { valueCounts } from './value-counts.ts';
import { waitingOf } from './waiting.ts';

/** What the reducer of the memory engine reads. */
export interface ReducerInput {
  /** Facts of a grain under bounds. */
  readonly tableOf: (grain: FactGrain, bounds: LogBounds) => FactTable;
  readonly recordedLater: (bounds: LogBounds) => number;
}

/** Column that names the thing of a row. */
const ownColumn = { leads: 'lead', opportunities: 'opportunity', companies: 'company' } as const;

/** Reduces facts that stand in memory as columns. */
export function createMemoryReducer({ tableOf, recordedLater }: ReducerInput): FactReducer {
  const subjectsBehind = (queries: readonly SubjectQuery[], bounds: LogBounds): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const query of queries)
      for (const subject of matchingSubjects(tableOf(query.grain, bounds), query, bounds.asOfMs)) found.add(subject);
    return found;
  };
  return {
    reduce: async (query, bounds) => reduceTable(tableOf(query.grain, bounds), query, bounds.asOfMs),
    amounts: async (query, bounds) => amountsOf(tableOf(query.grain, bounds), query, bounds.asOfMs),
    waiting: async (query, bounds) => waitingOf(tableOf(query.grain, bounds), query, bounds.asOfMs),
    histogram: async (query, bounds) => histogramOf(tableOf(query.grain, bounds), query, bounds.asOfMs),
    async subjects(queries, bounds, { after, limit }) {
      const found = [...subjectsBehind(queries, bounds)];
      const rest = found.filter((subject) => after === null || compareUtf8(subject, after) > 0).sort(compareUtf8);
      return { subjects: rest.slice(0, limit), total: found.length };
    },
    async leads(queries, bounds, page) {
      const wanted = queries === null ? null : subjectsBehind(queries, bounds);
      return leadsOf(tableOf('leads', bounds), wanted, page);
    },
    values: async (grain, column, bounds, limit) => valueCounts(tableOf(grain, bounds), column, limit),
    async facts<G extends 'leads' | 'opportunities' | 'companies'>(
      grain: G,
      bounds: LogBounds,
      { after, limit }: { readonly after: string | null; readonly limit: number },
    ) {
      const table = tableOf(grain, bounds);
      const { codes, dictionary } = table.codes(ownColumn[grain]);
      const rest = Array.from({ length: table.count }, (_, row) => ({
        row,
        subject: dictionary.text(codes[row] as number) ?? '',
      }))
        .filter(({ subject }) => after === null || compareUtf8(subject, after) > 0)
        .sort((a, b) => compareUtf8(a.subject, b.subject));
      const columns = Object.keys(factSchema[grain]);
      return {
        // The columns are those of the grain, read by their names.
        rows: rest.slice(0, limit).map(({ row }) => readFactRow(table, row, columns) as FactRowOf<G>),
        total: table.count,
      };
    },
    recordedLater: async (bounds) => recordedLater(bounds),
  };
}
