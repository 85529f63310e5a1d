import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import { createFactColumns } from '../facts/columns/column-builder.ts';
import { Dictionary } from '../facts/columns/dictionary.ts';
import { type FactGrain, type FactRowOf, factGrains } from '../facts/schema/fact-schema.ts';
import { foldFacts } from '../facts/story/fold-facts.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { columnTable } from './reduce/column-table.ts';
import type { FactTable } from './reduce/fact-table.ts';
import type { VisibleLog } from './visible-log.ts';
import { visibleStory } from './visible-story.ts';

/** By what facts are judged. */
export interface Judging {
  readonly agreement: Agreement;
  readonly history: AgreementHistory | null;
  readonly holidays: HolidaySource | null;
}

/** Folds the stories of a visible log into a table for each grain. */
export function foldedTables(
  visible: VisibleLog,
  { agreement, history, holidays }: Judging,
  { asOfMs, dayOf }: Pick<LogBounds, 'asOfMs'> & { readonly dayOf: DayOf },
): (grain: FactGrain) => FactTable {
  const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
  const builders = new Map(factGrains.map((grain) => [grain, createFactColumns<FactGrain>(grain, dictionaries)]));
  const story = visibleStory(visible);
  foldFacts(
    story,
    {
      agreement,
      history,
      holidays,
      asOfMs,
      rootOf: (subject) => {
        const code = story.codeOf(subject);
        return code < 0 ? subject : story.subjects(code);
      },
    },
    { leads: 'all', opportunities: 'all', companies: 'all' },
    { add: <G extends FactGrain>(grain: G, row: FactRowOf<G>) => builders.get(grain)?.add(row) },
  );
  const tables = new Map([...builders].map(([grain, builder]) => [grain, columnTable(builder.take(), dayOf)]));
  return (grain) => tables.get(grain) as FactTable;
}
