import { stages } from '@sameteam/model';
import type { LeadPage, LeadRow } from '../engine.ts';
import { leadCursor, parseLeadCursor } from '../plan/lead-cursor.ts';
import type { LeadQuery } from '../plan/query.ts';
import type { Database, Row } from './connection.ts';
import type { FactValues } from './fact-values.ts';
import { predicateSql } from './predicate-sql.ts';
import { columnSql, type FactSource, scopeSql } from './reduce-sql.ts';
import { captureColumn, lastColumn } from './schema.ts';

/** Which page, and who reads the values of its leads. */
interface PageOptions {
  readonly after?: string;
  readonly limit: number;
  readonly values: FactValues;
}

/** A page of the leads behind a cell, in the order of their capture, then of their subject. */
export async function leadPage(
  database: Database,
  queries: readonly LeadQuery[],
  source: FactSource,
  page: PageOptions,
): Promise<LeadPage> {
  const parts = queries.map((query) => matchingSql(query, source));
  // Each lead once, however many of its deals stand in the cell.
  const matching = `SELECT DISTINCT lead FROM (${parts.join(' UNION ALL ')}) WHERE lead IS NOT NULL`;
  return pageOf(database, { table: source.leads, matching, page });
}

/** A page of all leads. */
export async function allLeadsPage(database: Database, table: string, page: PageOptions): Promise<LeadPage> {
  return pageOf(database, { table, matching: `SELECT lead FROM ${table}`, page });
}

/** A page of the leads that a statement names. */
async function pageOf(
  database: Database,
  { table, matching, page }: { readonly table: string; readonly matching: string; readonly page: PageOptions },
): Promise<LeadPage> {
  const after = page.after === undefined ? null : parseLeadCursor(page.after);
  const [count] = await database.query(`SELECT count(*) AS n FROM (${matching})`);
  const values: (string | number)[] = [];
  const condition = after === null ? 'TRUE' : afterSql(after, values);
  values.push(page.limit + 1);
  const rows = await database.query(
    `SELECT s.subject, f.* FROM ${table} f SEMI JOIN (${matching}) m ON m.lead = f.lead JOIN subjects s ON s.number = f.lead
      WHERE ${condition} ORDER BY f.at_captured NULLS LAST, s.subject LIMIT $${values.length}::BIGINT`,
    values,
  );
  const shown = rows.slice(0, page.limit);
  const last = shown[shown.length - 1];
  return {
    leads: await leadRows(page.values, shown),
    total: Number(count?.n),
    next:
      rows.length > shown.length && last !== undefined
        ? leadCursor({ capturedMs: (last.at_captured as number | null) ?? null, lead: String(last.subject) })
        : null,
  };
}

function matchingSql(query: LeadQuery, source: FactSource): string {
  const scope = scopeSql(query, source);
  const conditions = query.dimensions.map((column, index) => {
    const text = query.values[index] ?? null;
    return `${columnSql(column)} ${text === null ? 'IS NULL' : `= ${source.numberOf(column, text)}`}`;
  });
  if (query.calendar !== null)
    conditions.push(query.bucket === null ? 'FALSE' : `c.${query.calendar.grain} = ${query.bucket}`);
  if (source.hasExclusions) conditions.push(`coalesce(f.excluded, FALSE) = ${query.excludedByAgreement}`);
  else if (query.excludedByAgreement) conditions.push('FALSE');
  conditions.push(`(${predicateSql(query.where)})`);
  return `SELECT f.lead FROM ${scope} AND ${conditions.join(' AND ')}`;
}

function afterSql(
  { capturedMs, lead }: { readonly capturedMs: number | null; readonly lead: string },
  values: (string | number)[],
): string {
  values.push(lead);
  const later = `s.subject > $${values.length}`;
  if (capturedMs === null) return `f.at_captured IS NULL AND ${later}`;
  return `(f.at_captured > ${capturedMs} OR f.at_captured IS NULL OR (f.at_captured = ${capturedMs} AND ${later}))`;
}

/** Columns of a fact that a page shows. */
const shownColumns = [
  ...(['channel', 'medium', 'campaign', 'landingPage', 'motion'] as const).map(
    (name) => ({ name: captureColumn(name), column: { kind: 'capture', name } }) as const,
  ),
  ...(['owner', 'readiness'] as const).map(
    (name) => ({ name: lastColumn(name, 'current'), column: { kind: 'last', name, at: 'current' } }) as const,
  ),
  { name: 'segment', column: { kind: 'segment' } } as const,
];

async function leadRows(values: FactValues, rows: readonly Row[]): Promise<readonly LeadRow[]> {
  const textOf = await values.texts(rows, shownColumns);
  return rows.map((row) => {
    const texts = Object.fromEntries(shownColumns.map(({ name, column }) => [name, textOf(column, row[name])]));
    return leadRow(row, (name) => texts[name] ?? null);
  });
}

function leadRow(row: Row, text: (name: string) => string | null): LeadRow {
  const implied = Number(row.implied);
  return {
    lead: String(row.subject),
    source: {
      channel: text('channel'),
      medium: text('medium'),
      campaign: text('campaign'),
      landingPage: text('landing_page'),
      motion: text('motion'),
    },
    segment: text('segment'),
    owner: text('owner_current'),
    readiness: text('readiness_current'),
    stages: Object.fromEntries(
      stages.map((stage) => [
        stage,
        row[`at_${stage}`] === null ? null : new Date(Number(row[`at_${stage}`])).toISOString(),
      ]),
    ),
    implied: stages.filter((_, index) => (implied & (1 << index)) !== 0),
    impossibleOrder: row.impossible === true,
  };
}
