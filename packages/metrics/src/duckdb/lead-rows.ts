import { stages } from '@sameteam/model';
import type { LeadPage, LeadRow } from '../engine.ts';
import { leadCursor, parseLeadCursor } from '../plan/lead-cursor.ts';
import type { LeadQuery } from '../plan/query.ts';
import type { Database, Row } from './connection.ts';
import { predicateSql } from './predicate-sql.ts';
import { columnSql, type FactSource, scopeSql } from './reduce-sql.ts';

/** A page of the leads behind a cell, in the order of their capture, then of their subject. */
export async function leadPage(
  database: Database,
  queries: readonly LeadQuery[],
  source: FactSource,
  page: { readonly after?: string; readonly limit: number },
): Promise<LeadPage> {
  const values: (string | number | null)[] = [];
  const parts = queries.map((query) => matchingSql(query, source, values));
  // Each lead once, however many of its deals stand in the cell.
  const matching = `SELECT DISTINCT lead FROM (${parts.join(' UNION ALL ')}) WHERE lead IS NOT NULL`;
  return pageOf(database, { table: source.leads, matching, values, page });
}

/** A page of all leads. */
export async function allLeadsPage(
  database: Database,
  table: string,
  page: { readonly after?: string; readonly limit: number },
): Promise<LeadPage> {
  return pageOf(database, { table, matching: `SELECT lead FROM ${table}`, values: [], page });
}

/** A page of the leads that a statement names. */
async function pageOf(
  database: Database,
  {
    table,
    matching,
    values,
    page,
  }: {
    readonly table: string;
    readonly matching: string;
    readonly values: (string | number | null)[];
    readonly page: { readonly after?: string; readonly limit: number };
  },
): Promise<LeadPage> {
  const after = page.after === undefined ? null : parseLeadCursor(page.after);
  const [count] = await database.query(`SELECT count(*) AS n FROM (${matching})`, values);
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
    leads: shown.map(leadRow),
    total: Number(count?.n),
    next:
      rows.length > shown.length && last !== undefined
        ? leadCursor({ capturedMs: (last.at_captured as number | null) ?? null, lead: String(last.subject) })
        : null,
  };
}

function matchingSql(query: LeadQuery, source: FactSource, values: (string | number | null)[]): string {
  const scope = scopeSql(query, source);
  const shift = values.length;
  values.push(...scope.values);
  const conditions = query.dimensions.map((column, index) => {
    values.push(query.values[index] ?? null);
    return `${columnSql(column)} IS NOT DISTINCT FROM $${values.length}::VARCHAR`;
  });
  if (query.calendar !== null)
    conditions.push(query.bucket === null ? 'FALSE' : `c.${query.calendar.grain} = ${query.bucket}`);
  if (source.hasExclusions) conditions.push(`coalesce(f.excluded, FALSE) = ${query.excludedByAgreement}`);
  else if (query.excludedByAgreement) conditions.push('FALSE');
  conditions.push(`(${predicateSql(query.where)})`);
  return `SELECT f.lead FROM ${scope.sql.replace(/\$(\d+)/g, (_, n: string) => `$${Number(n) + shift}`)} AND ${conditions.join(' AND ')}`;
}

function afterSql(
  { capturedMs, lead }: { readonly capturedMs: number | null; readonly lead: string },
  values: (string | number | null)[],
): string {
  values.push(lead);
  const later = `s.subject > $${values.length}`;
  if (capturedMs === null) return `f.at_captured IS NULL AND ${later}`;
  return `(f.at_captured > ${capturedMs} OR f.at_captured IS NULL OR (f.at_captured = ${capturedMs} AND ${later}))`;
}

function leadRow(row: Row): LeadRow {
  const text = (name: string) => (row[name] as string | null | undefined) ?? null;
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
