import { compareUtf8, eventRank } from '@sameteam/model';
import { opportunityEventRanks } from '../facts/lead-fold.ts';
import type { Database } from './connection.ts';
import { queryParams } from './query-params.ts';
import { integers } from './sql-text.ts';
import { oneWith } from './stored-events.ts';
import type { VisibleEvents } from './visible-events.ts';

/** Ranks of the events by which leads and opportunities are linked. */
export const linkingRanks: readonly number[] = [...opportunityEventRanks, eventRank('lead.converted')];

/** The opportunities that are linked to a lead, or to what is counted as the same record, in the order of UTF-8 bytes. */
export async function linkedOpportunities(
  database: Database,
  { lead, visible }: { readonly lead: string; readonly visible: VisibleEvents },
): Promise<readonly string[]> {
  const params = queryParams();
  const leads = params.bind(oneWith(visible, lead), 'Array(String)');
  const rows = await database.query(
    `SELECT DISTINCT other FROM ${database.table('refs')}
      WHERE subject IN ${leads} AND startsWith(other, 'opportunity/') AND type IN (${integers(linkingRanks)}) AND ${visible.sql(params)}`,
    params.values,
  );
  return rows.map(({ other }) => String(other)).sort(compareUtf8);
}
