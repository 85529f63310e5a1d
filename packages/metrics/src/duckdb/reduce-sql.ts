import { stages } from '@sameteam/model';
import { leadFold } from '../facts/lead-fold.ts';
import type { Aggregate } from '../plan/aggregate.ts';
import type { FactColumn } from '../plan/dimensions.ts';
import type { Conversion, ReduceQuery, Scope } from '../plan/query.ts';
import type { NumberOf } from './fact-values.ts';
import { predicateSql } from './predicate-sql.ts';
import { captureColumn, lastColumn } from './schema.ts';
import { integers } from './sql-text.ts';

/** Where the facts stand, and what is known of them. */
export interface FactSource {
  readonly leads: string;
  readonly opportunities: string;
  /** Table `(day, <grain>)` of calendars: first day of the bucket of each local day. */
  readonly calendar: string;
  /** Whether the agreement excludes any leads. */
  readonly hasExclusions: boolean;
  /** Knows the texts that the query names. */
  readonly numberOf: NumberOf;
}

/** SQL of the groups of a query: dimensions, bucket, excluded, one column an aggregate. */
export function reduceSql(query: ReduceQuery, source: FactSource): string {
  const scope = scopeSql(query, source);
  const dims = query.dimensions.map((column, index) => `${columnSql(column)} AS d${index}`);
  const bucket = query.calendar === null ? [] : [`c.${query.calendar.grain} AS bucket`];
  const kept = source.hasExclusions ? 'NOT coalesce(f.excluded, FALSE)' : null;
  const aggregates = query.aggregates.map((aggregate, index) => `${aggregateSql(aggregate, kept)} AS a${index}`);
  const excluded = source.hasExclusions ? ['count(*) FILTER (coalesce(f.excluded, FALSE)) AS excluded'] : [];
  const groups = [...query.dimensions.map((_, index) => `d${index}`), ...(query.calendar === null ? [] : ['bucket'])];
  const select = [...dims, ...bucket, ...excluded, ...aggregates];
  return `SELECT ${select.join(', ')} FROM ${scope}${groups.length === 0 ? '' : ` GROUP BY ${groups.join(', ')}`}`;
}

/** SQL of the amounts of a query by currency, and by day for those that are not in the home currency, which is `$1`. */
export function amountsSql(query: ReduceQuery, source: FactSource): string {
  const scope = scopeSql(query, source);
  const dims = query.dimensions.map((column, index) => `${columnSql(column)} AS d${index}`);
  const bucket = query.calendar === null ? 'NULL::INTEGER AS bucket' : `c.${query.calendar.grain} AS bucket`;
  const kept = source.hasExclusions ? ' AND NOT coalesce(f.excluded, FALSE)' : '';
  return `SELECT ${[...dims, bucket].join(', ')}, f.currency AS currency,
      CASE WHEN f.currency = $1 THEN NULL ELSE f.day_${query.anchor} END AS day, sum(f.amount) AS amount
      FROM ${scope} AND f.amount IS NOT NULL${kept} GROUP BY ALL`;
}

/** SQL of the histogram of days until a conversion, or until as-of. */
export function waitingSql(
  query: ReduceQuery,
  { from, to, where }: Conversion,
  asOfMs: number,
  source: FactSource,
): string {
  const scope = scopeSql(query, source);
  const dims = query.dimensions.map((column, index) => `${columnSql(column)} AS d${index}`);
  const bucket = query.calendar === null ? 'NULL::INTEGER AS bucket' : `c.${query.calendar.grain} AS bucket`;
  const kept = source.hasExclusions ? ' AND NOT coalesce(f.excluded, FALSE)' : '';
  return `SELECT ${[...dims, bucket].join(', ')}, f.at_${to} IS NOT NULL AS converted,
      CASE WHEN f.at_${to} IS NULL THEN greatest(0, ${asOfMs} - f.at_${from}) // 86400000
        ELSE (greatest(0, f.at_${to} - f.at_${from}) + 86399999) // 86400000 END AS days, count(*) AS rows
      FROM ${scope} AND (${predicateSql(where)})${kept} GROUP BY ALL`;
}

/** FROM and WHERE of a scope: rows of facts as `f`, their calendar as `c`. */
export function scopeSql(scope: Scope & Pick<ReduceQuery, 'calendar'>, source: FactSource): string {
  const day = `f.day_${scope.anchor}`;
  const calendar = scope.calendar === null ? '' : ` JOIN ${source.calendar} c ON c.day = ${day}`;
  const conditions = [`f.at_${scope.anchor} IS NOT NULL`];
  if (scope.firstDay !== null) conditions.push(`${day} >= ${scope.firstDay}`);
  if (scope.lastDay !== null) conditions.push(`${day} <= ${scope.lastDay}`);
  for (const { column, values: wanted, negate } of scope.filters) {
    const sql = columnSql(column);
    const tests: string[] = [];
    const numbers = wanted.flatMap((text) => (text === null ? [] : [source.numberOf(column, text)]));
    if (wanted.includes(null)) tests.push(`${sql} IS NULL`);
    if (numbers.length > 0) tests.push(`coalesce(${sql} IN (${integers(numbers)}), FALSE)`);
    conditions.push(`${negate ? 'NOT ' : ''}(${tests.join(' OR ')})`);
  }
  return `${tableSql(scope.grain, source)}${calendar} WHERE ${conditions.join(' AND ')}`;
}

/** What an opportunity has of its lead. */
const leadColumns: readonly string[] = [
  ...leadFold.capture.map(({ name }) => captureColumn(name)),
  ...leadFold.last
    .filter(({ name }) => name !== 'owner')
    .flatMap(({ name }) => [...stages, 'current'].map((at) => lastColumn(name, at))),
  'segment',
  'excluded',
];

/** The rows of a grain as `f`; those of opportunities with the columns of their lead. */
function tableSql(grain: Scope['grain'], source: FactSource): string {
  if (grain === 'leads') return `${source.leads} f`;
  const none = ['captured', 'mql', 'handed_off', 'sal', 'sql'].flatMap((stage) => [
    `NULL::BIGINT AS at_${stage}`,
    `NULL::INTEGER AS day_${stage}`,
  ]);
  return `(SELECT o.*, ${[...none, ...leadColumns.map((name) => `l.${name}`)].join(', ')} FROM ${source.opportunities} o LEFT JOIN ${source.leads} l ON l.lead = o.lead) f`;
}

/** SQL of a dimension of a row of facts `f`: a number, see `FactValues`. */
export function columnSql(column: FactColumn): string {
  switch (column.kind) {
    case 'capture':
      return `f.${captureColumn(column.name)}`;
    case 'segment':
      return 'f.segment';
    case 'last':
      // An opportunity has owners of its own, from its opening on.
      return `f.${lastColumn(column.name, column.at)}`;
  }
}

function aggregateSql(aggregate: Aggregate, kept: string | null): string {
  switch (aggregate.kind) {
    case 'count': {
      const [atoms] = aggregate.where;
      if (atoms === undefined) return '0';
      const [only] = atoms;
      // A plain count of a column is what one would write by hand, and quicker than a filter.
      if (kept === null && aggregate.where.length === 1 && atoms.length === 0) return 'count(*)';
      if (kept === null && aggregate.where.length === 1 && atoms.length === 1 && only?.kind === 'reached')
        return `count(f.at_${only.stage})`;
      return `count(*) FILTER (${and(predicateSql(aggregate.where), kept)})`;
    }
    case 'latest':
      if (kept === null && aggregate.where.every((atoms) => atoms.length === 0) && aggregate.where.length === 1)
        return `max(f.at_${aggregate.stage})`;
      return `max(f.at_${aggregate.stage}) FILTER (${and(predicateSql(aggregate.where), kept)})`;
    case 'quantile': {
      const { from, to, p } = aggregate;
      const ordered = predicateSql([[{ kind: 'ordered', from, to }]]);
      return `quantile_cont((f.at_${to} - f.at_${from}) // 1000, ${p}) FILTER (${and(ordered, kept)})`;
    }
  }
}

function and(predicate: string, kept: string | null): string {
  return kept === null ? predicate : `(${predicate}) AND ${kept}`;
}
