import { eventRank } from '@sameteam/model';
import { keyScale } from '../facts/lead-fold.ts';
import { recordRoots } from '../facts/record-roots.ts';
import { type Retraction, standingRetractions } from '../facts/standing-retractions.ts';
import type { LogBounds } from '../plan/reduction.ts';
import type { Database } from './connection.ts';
import type { Registry, RegistryEntry } from './import-registry.ts';
import { type QueryParams, queryParams } from './query-params.ts';
import { integer, integers } from './sql-text.ts';

/** Which events count, and which records are counted as others. */
export interface VisibleEvents {
  /** The condition on `import`, `time`, `source` and `id` that an event counts; binds what it needs. */
  sql(params: QueryParams): string;
  /** The record that each linked record is counted as. */
  readonly roots: ReadonlyMap<string, string>;
  /** All records that are counted as one, by that one. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** Whether retractions take back any event, or a whole import. */
  readonly hasRetracted: boolean;
}

const ranks = {
  linked: eventRank('record.linked'),
  unlinked: eventRank('record.unlinked'),
  retracted: eventRank('event.retracted'),
};

/** So many imports stand in a statement at most; more are looked up by the database. */
const listedImports = 300;

/** An event that says how others are to be read. */
interface Ruling {
  readonly rank: number;
  readonly subject: string;
  readonly source: string;
  readonly id: string;
  readonly timeMs: number;
  readonly token: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The imports that were recorded, and not taken back, by an instant. */
export function recordedImports({ imports }: Registry, knownAtMs: number | null): readonly RegistryEntry[] {
  if (knownAtMs === null) return imports.filter(({ undoneMs }) => undoneMs === null);
  return imports.filter(
    ({ recordedMs, undoneMs }) => recordedMs <= knownAtMs && (undoneMs === null || undoneMs > knownAtMs),
  );
}

/** Finds out which events count under bounds; `null` for all that is known. */
export async function visibleEvents(
  database: Database,
  registry: Registry,
  bounds: Pick<LogBounds, 'asOfMs' | 'knownAtMs'> | null,
): Promise<VisibleEvents> {
  const recorded = recordedImports(registry, bounds?.knownAtMs ?? null);
  const rulings = await readRulings(database, importSql(database, recorded));
  const { dropped, imports: retractedImports } = retractions(rulings, registry);
  const counting = recorded.filter(({ id }) => !retractedImports.has(id));
  const asOfMs = bounds?.asOfMs ?? Number.POSITIVE_INFINITY;
  const isEventRetracted = rulings.some(
    ({ rank, data }) => rank === ranks.retracted && targetOf(data).id !== undefined,
  );

  const sql = (params: QueryParams): string => {
    const conditions = [importSql(database, counting)];
    if (Number.isFinite(asOfMs)) conditions.push(`time <= ${integer(Math.floor(Math.max(asOfMs, -8.64e15)))}`);
    if (isEventRetracted) {
      const but = dropped.length === 0 ? '' : ` AND ${identity} NOT IN ${params.bind(dropped, 'Array(String)')}`;
      conditions.push(`(source, id) GLOBAL NOT IN (
        SELECT JSONExtractString(data, 'target', 'source'), JSONExtractString(data, 'target', 'id') FROM ${database.table('rulings')} FINAL
        WHERE type = ${ranks.retracted} AND ${importSql(database, recorded)}${but})`);
    }
    return conditions.join(' AND ');
  };

  const seen = await seenLinks(database, rulings, sql);
  const roots = rootsOf(seen);
  return { sql, roots, members: membersOf(roots), hasRetracted: isEventRetracted || retractedImports.size > 0 };
}

/** How an identity is written where one text is needed: no text of an event holds NUL. */
const identity = "concat(source, '\\0', id)";

/** The condition that a row is of one of some imports. */
export function importSql(database: Database, imports: readonly RegistryEntry[]): string {
  if (imports.length <= listedImports) return `import IN (${integers(imports.map(({ token }) => token))})`;
  const numbers = integers(imports.map(({ number }) => number));
  return `import GLOBAL IN (SELECT import FROM ${database.table('imports')} WHERE number IN (${numbers}))`;
}

async function readRulings(database: Database, condition: string): Promise<readonly Ruling[]> {
  const rows = await database.query(
    `SELECT type, subject, source, id, time, import, data FROM ${database.table('rulings')} FINAL
      WHERE type IN (${integers(Object.values(ranks))}) AND ${condition} ORDER BY time * ${keyScale} + type, source, id`,
  );
  return rows.map((row) => ({
    rank: Number(row.type),
    subject: String(row.subject),
    source: String(row.source),
    id: String(row.id),
    timeMs: Number(row.time),
    token: Number(row.import),
    data: JSON.parse(String(row.data)) as Readonly<Record<string, unknown>>,
  }));
}

function targetOf(data: Ruling['data']): { readonly source?: string; readonly id?: string; readonly import?: string } {
  return data.target as { readonly source?: string; readonly id?: string; readonly import?: string };
}

/** The retractions that do not stand, by their identities, and the imports that those which stand take back. */
function retractions(
  rulings: readonly Ruling[],
  { imports }: Registry,
): { readonly dropped: readonly string[]; readonly imports: ReadonlySet<string> } {
  const retracting = rulings.filter(({ rank }) => rank === ranks.retracted);
  const places = new Map(retracting.map((ruling, event) => [identityOf(ruling), event]));
  const idOf = new Map(imports.map(({ token, id }) => [token, id]));
  const standing = standingRetractions(
    retracting.map(({ data, token }, event): Retraction => {
      const target = targetOf(data);
      const named = places.get(`${target.source}\0${target.id}`);
      return {
        event,
        targets: named === undefined ? [] : [named],
        from: idOf.get(token) ?? '',
        import: target.import ?? null,
      };
    }),
  );
  const stands = new Set(standing.map(({ event }) => event));
  return {
    dropped: retracting.filter((_, event) => !stands.has(event)).map(identityOf),
    imports: new Set(standing.flatMap(({ import: taken }) => (taken === null ? [] : [taken]))),
  };
}

function identityOf({ source, id }: Pick<Ruling, 'source' | 'id'>): string {
  return `${source}\0${id}`;
}

/** The links that count, in the order of events. */
async function seenLinks(
  database: Database,
  rulings: readonly Ruling[],
  visible: VisibleEvents['sql'],
): Promise<readonly Ruling[]> {
  const links = rulings.filter(({ rank }) => rank !== ranks.retracted);
  if (links.length === 0) return [];
  const params = queryParams();
  const rows = await database.query(
    `SELECT DISTINCT source, id FROM ${database.table('rulings')} FINAL WHERE type IN (${ranks.linked}, ${ranks.unlinked}) AND ${visible(params)}`,
    params.values,
  );
  const seen = new Set(rows.map(({ source, id }) => `${String(source)}\0${String(id)}`));
  return links.filter((ruling) => seen.has(identityOf(ruling)));
}

/** The record that each linked record is counted as: records of one kind only can be one. */
function rootsOf(links: readonly Ruling[]): ReadonlyMap<string, string> {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (subject: string): number => {
    const known = numbers.get(subject);
    if (known !== undefined) return known;
    numbers.set(subject, names.length);
    return names.push(subject) - 1;
  };
  const rulings = links.flatMap(({ rank, subject, data }) => {
    const other = typeof data.with === 'string' ? data.with : '';
    if (!canBeOne(subject, other)) return [];
    return [{ linked: rank === ranks.linked, subject: numberOf(subject), with: numberOf(other) }];
  });
  const roots = [...recordRoots(rulings)];
  return new Map(roots.map(([record, root]) => [names[record] as string, names[root] as string]));
}

/** Leads are counted as leads, opportunities as opportunities; facts have no other records that could be one. */
function canBeOne(subject: string, other: string): boolean {
  return ['lead/', 'opportunity/'].some((kind) => subject.startsWith(kind) && other.startsWith(kind));
}

function membersOf(roots: ReadonlyMap<string, string>): ReadonlyMap<string, readonly string[]> {
  const members = new Map<string, string[]>();
  for (const [record, root] of roots) {
    const known = members.get(root);
    if (known === undefined) members.set(root, [root, record]);
    else known.push(record);
  }
  return members;
}
