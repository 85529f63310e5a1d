import { erasedRank } from '../batch/erasures.ts';
import type { Database } from './connection.ts';
import { queryParams } from './query-params.ts';
import type { VisibleEvents } from './visible-events.ts';

/** The subjects of the erasures that count. */
export async function erasedSubjects(
  database: Database,
  visible: Pick<VisibleEvents, 'sql'>,
): Promise<ReadonlySet<string>> {
  const params = queryParams();
  const rows = await database.query(
    `SELECT DISTINCT subject FROM ${database.table('rulings')} WHERE type = ${erasedRank} AND ${visible.sql(params)}`,
    params.values,
  );
  return new Set(rows.map(({ subject }) => String(subject)));
}
