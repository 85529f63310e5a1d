import { eventRank } from '@sameteam/model';
import { leadFold, opportunityEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { captureColumn } from './schema.ts';
import { integers } from './sql-text.ts';

const place = 'seq, import, subject, type, time';
const orderedPlace = `${place}, source, id`;
const rulings = [foldRanks.reset, foldRanks.linked, foldRanks.unlinked, foldRanks.retracted];
const opportunityRanks = new Set(opportunityEventRanks);

const named = '(SELECT i.subject, n.number FROM incoming_subjects i JOIN numbered n ON n.place = i.place)';

/** Statements that copy what folds read of the events of `arriving` into the narrow tables beside the log. */
export function spreadEventsSql(ranks: ReadonlySet<number>): readonly string[] {
  const has = (...wanted: readonly number[]) => wanted.some((rank) => ranks.has(rank));
  const from = 'FROM arriving WHERE type';
  const statements: string[] = [];
  if (has(foldRanks.captured, foldRanks.updated)) statements.push(capturesSql(from));
  if (has(foldRanks.assigned, foldRanks.qualified)) {
    statements.push(
      ...leadFold.last.map(
        ({ event, field }) =>
          `INSERT INTO lasts SELECT ${place}, json_extract_string(data, '$.${field}') ${from} = ${eventRank(event)} AND json_exists(data, '$.${field}')`,
      ),
    );
  }
  if ([...ranks].some((rank) => opportunityRanks.has(rank))) {
    const ofDeals = `${from} IN (${integers(opportunityEventRanks)})`;
    statements.push(
      `INSERT INTO deals SELECT ${orderedPlace}, json_exists(data, '$.amount'), json_extract_string(data, '$.amount.amountMinor')::BIGINT,
        json_extract_string(data, '$.amount.currency'), json_exists(data, '$.owner'), json_extract_string(data, '$.owner') ${ofDeals}`,
      `INSERT INTO links SELECT n.seq, n.import, n.time, n.subject, s.number
        FROM (SELECT seq, import, time, subject, unnest(json_extract_string(data, '$.leads[*]')) AS lead ${ofDeals}) n JOIN ${named} s ON s.subject = n.lead`,
    );
  }
  if (has(foldRanks.converted)) {
    statements.push(
      `INSERT INTO links SELECT n.seq, n.import, n.time, s.number, n.subject
        FROM (SELECT seq, import, time, subject, json_extract_string(data, '$.opportunity') AS opportunity ${from} = ${foldRanks.converted}) n
        JOIN ${named} s ON s.subject = n.opportunity`,
    );
  }
  if (has(...rulings))
    statements.push(`INSERT INTO rulings SELECT ${orderedPlace}, data ${from} IN (${integers(rulings)})`);
  return statements;
}

function capturesSql(from: string): string {
  const paths = leadFold.capture.map(({ path }) => `'$.${path.join('.')}'`);
  const columns = leadFold.capture.map(({ name }, index) => `said_values[${index + 1}] AS ${captureColumn(name)}`);
  const said = leadFold.capture.map(({ path }, index) => {
    const above = path.length === 1 ? '' : ` OR json_type(data, '$.${path[0]}') = 'NULL'`;
    return `CASE WHEN json_exists(data, '$.${path.join('.')}')${above} THEN ${1 << index} ELSE 0 END`;
  });
  return `INSERT INTO captures SELECT ${place}, (CASE WHEN type = ${foldRanks.updated} THEN ${said.join(' + ')} ELSE 0 END)::UTINYINT, ${columns.join(', ')}
    FROM (SELECT *, json_extract_string(data, [${paths.join(', ')}]) AS said_values ${from} IN (${foldRanks.captured}, ${foldRanks.updated}))`;
}
