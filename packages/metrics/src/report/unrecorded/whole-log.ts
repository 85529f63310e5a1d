import type { FactReducer, LogBounds, Reduction } from '../../plan/reduction.ts';
import { everyRow, has } from '../row-tests.ts';
import { type RecordKind, type RecordKindId, recordKind } from './record-kinds.ts';

/** How many entries of a clause there are in the whole log, and how many of them were satisfied. */
export interface ClauseEntries {
  readonly entries: number;
  readonly satisfied: number;
}

/** Questions to the whole log up to as-of. */
export interface WholeLog {
  readonly hasLeads: () => Promise<boolean>;
  /** Whether there is one of a kind, be it by implication. */
  readonly isFound: (id: RecordKindId) => Promise<boolean>;
  /** Whether one was recorded itself. */
  readonly isRecorded: (id: RecordKindId) => Promise<boolean>;
  readonly entriesByClause: () => Promise<ReadonlyMap<string, ClauseEntries>>;
}

type Place = RecordKind['found'];

/** Asks facts, each question once. */
export function wholeLog(reducer: FactReducer, bounds: LogBounds): WholeLog {
  const asked = new Map<string, Promise<boolean>>();
  const isThere = async ({ grain, anchor, rows }: Place): Promise<boolean> => {
    const query = { ...whole(grain, anchor), where: rows, aggregates: [{ kind: 'count', where: everyRow } as const] };
    const groups = await reducer.reduce(query, bounds);
    // Rows that an exclusion takes out were recorded too.
    return groups.some(({ values, excluded }) => (values[0] ?? 0) + excluded > 0);
  };
  const once = (key: string, place: Place): Promise<boolean> => {
    const known = asked.get(key) ?? isThere(place);
    asked.set(key, known);
    return known;
  };
  return {
    hasLeads: () => isThere({ grain: 'leads', anchor: 'at_captured', rows: everyRow }),
    isFound: (id: RecordKindId) => once(`found ${id}`, recordKind(id).found),
    isRecorded: (id: RecordKindId) => {
      const { recorded, found } = recordKind(id);
      return recorded === undefined ? once(`found ${id}`, found) : once(`recorded ${id}`, recorded);
    },
    async entriesByClause(): Promise<ReadonlyMap<string, ClauseEntries>> {
      const satisfied = [[has('at_satisfied')]];
      const groups = await reducer.reduce(
        {
          ...whole('entries', 'at_started'),
          dimensions: ['clause'],
          where: everyRow,
          aggregates: [
            { kind: 'count', where: everyRow },
            { kind: 'count', where: satisfied },
          ],
        },
        bounds,
      );
      return new Map(
        groups.map(({ dimensions, values, excluded }) => [
          `${dimensions[0]}`,
          { entries: (values[0] ?? 0) + excluded, satisfied: values[1] ?? 0 },
        ]),
      );
    },
  };
}

function whole(grain: Place['grain'], anchor: string): Omit<Reduction, 'where' | 'aggregates'> {
  return { grain, anchor, firstDay: null, lastDay: null, filters: [], dimensions: [], calendar: null };
}

/** Those of some kinds that are not there. */
export async function onlyMissing(
  ids: readonly RecordKindId[],
  isThere: (id: RecordKindId) => Promise<boolean>,
): Promise<readonly RecordKindId[]> {
  const there = await Promise.all(ids.map(isThere));
  return ids.filter((_, index) => !there[index]);
}
