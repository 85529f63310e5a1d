import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { canExclude, type FactJudges, factsSignature, judgesOfVersion, reignAt } from '../store/fact-judges.ts';
import type { StoreVersions } from '../store/kept-versions.ts';
import type { Database } from './connection.ts';
import type { FactPlace } from './fact-reducer.ts';
import { type BoundedTables, boundedTables } from './fact-tables.ts';
import { type Registry, refuseUnknownPast } from './import-registry.ts';
import type { ImportTold } from './import-told.ts';
import { keepAgreement, keepVersions } from './kept-agreement.ts';
import { type FactMaking, makeFacts } from './make-facts.ts';
import { refreshFacts } from './refresh-facts.ts';
import { spanOf } from './registry-totals.ts';
import { instant } from './row-test-sql.ts';
import { factTable } from './schema.ts';
import { integer } from './sql-text.ts';
import { readMeta, writeMeta } from './store-meta.ts';
import type { StoreState } from './store-state.ts';
import { type VisibleEvents, visibleEvents } from './visible-events.ts';

/** The facts of a store: those of everything that is known, and lately those under other bounds. */
export interface StoreFacts {
  /** Table of a grain of everything that is known, for statements. */
  kept(grain: FactGrain): string;
  /** Makes the facts of everything that is known, unless they are there. */
  ensure(): Promise<void>;
  /** Makes them anew. */
  rebuild(): Promise<void>;
  /** Makes anew what an import has touched that the registry has by now. */
  refresh(told: Pick<ImportTold, 'subjects' | 'ranks'>): Promise<void>;
  under(bounds: LogBounds): Promise<FactPlace>;
  /** Drops the tables that only this engine knows. */
  close(): Promise<void>;
}

/** Facts under bounds other than everything. */
interface BoundedFacts {
  readonly key: string;
  readonly tables: BoundedTables;
}

/** Most sets of bounded facts that are kept. */
const keptBounds = 3;

/** Local days are those of the zone's whole history: they must not depend on which events came first. */
const firstMs = Date.UTC(1, 0, 1) - 1901 * 365.25 * 86_400_000;

/** Format of facts: those of another one are made anew. */
const factsFormat = 1;

/** The facts of a store under an agreement. */
export function storeFacts(
  database: Database,
  {
    judges,
    versions,
    state,
    readOnly,
  }: {
    readonly judges: FactJudges;
    readonly versions: StoreVersions;
    readonly state: () => Promise<StoreState>;
    readonly readOnly: boolean;
  },
): StoreFacts {
  const { agreement } = judges;
  const signature = factsSignature(judges);
  const localDay = dayOf(zoneOffsets(agreement.timeZone, { fromMs: firstMs, toMs: Number.POSITIVE_INFINITY }));
  const bounded: BoundedFacts[] = [];
  /** Tables of its own, where the kept ones are by another agreement and must not be changed. */
  let own: BoundedTables | null = null;
  let ownVersion = 0;

  const markOf = ({ stamp }: Registry): string => `${factsFormat} ${signature} ${stamp}`;
  const judgesUnder = (bounds: LogBounds | null): FactJudges =>
    judgesOfVersion(judges, bounds?.version ?? null, versions.known);
  const place = (table: (grain: FactGrain) => string, bounds: LogBounds | null): FactPlace => ({
    table: (grain) => database.table(table(grain)),
    hasExclusions: canExclude(judgesUnder(bounds)),
  });
  const kept = place((grain) => own?.name(grain) ?? factTable(grain), null);

  /** A version of facts that is later than all before it. */
  async function nextVersion(): Promise<number> {
    const version = Number((await readMeta(database)).get('facts_version') ?? 0) + 1;
    await writeMeta(database, { facts_version: String(version) }, version);
    return version;
  }

  /** How facts are made of what is known by bounds; of everything for `null`. */
  function making(
    visible: VisibleEvents,
    bounds: LogBounds | null,
    to: Pick<FactMaking, 'table' | 'version'>,
  ): FactMaking {
    const rules = { ...judgesUnder(bounds), asOfMs: bounds?.asOfMs ?? Number.POSITIVE_INFINITY };
    const rootOf = (subject: string) => visible.roots.get(subject) ?? subject;
    return { ...to, visible, rules: { ...rules, rootOf }, dayOf: localDay };
  }

  /** Makes all kept facts, and says by what they were made. */
  async function makeKept(): Promise<void> {
    const { registry, visible } = await state();
    if (readOnly) {
      own ??= await boundedTables(database);
      ownVersion += 1;
      await makeFacts(database, making(await visible(), null, { table: own.name, version: ownVersion }));
      return;
    }
    const version = await nextVersion();
    await makeFacts(database, making(await visible(), null, { table: factTable, version }));
    await writeMeta(database, { facts: markOf(registry) }, version);
  }

  async function dropBounded(): Promise<void> {
    for (const { tables } of bounded.splice(0)) await tables.drop();
  }

  async function boundedFacts(registry: Registry, bounds: LogBounds): Promise<BoundedFacts> {
    const [row] = await database.query(
      `SELECT toString(max(time)) AS last FROM ${database.table('events')} WHERE time <= ${integer(instant(bounds.asOfMs))}`,
    );
    const key = `${String(row?.last)} ${bounds.knownAtMs} ${bounds.version} ${reignAt(judges, bounds.asOfMs)} ${registry.stamp}`;
    const known = bounded.find((entry) => entry.key === key);
    if (known !== undefined) return known;
    const visible = await visibleEvents(database, registry, bounds);
    const made = { key, tables: await boundedTables(database) };
    try {
      await makeFacts(database, making(visible, bounds, { table: made.tables.name, version: 1 }));
    } catch (cause) {
      await made.tables.drop();
      throw cause;
    }
    bounded.unshift(made);
    for (const { tables: old } of bounded.splice(keptBounds)) await old.drop();
    return made;
  }

  return {
    kept: kept.table,
    async ensure() {
      const { registry } = await state();
      const mark = (await readMeta(database)).get('facts');
      if (mark === markOf(registry)) return;
      if (mark === undefined && registry.imports.length === 0) return;
      await makeKept();
    },
    async rebuild() {
      await dropBounded();
      await makeKept();
    },
    async refresh(told) {
      await dropBounded();
      const { registry, visible } = await state();
      const version = await nextVersion();
      await refreshFacts(database, told, making(await visible(), null, { table: factTable, version }));
      await keepAgreement(database, agreement, version);
      await keepVersions(database, versions.given, version);
      await writeMeta(database, { facts: markOf(registry) }, version);
    },
    async under(bounds) {
      const { registry } = await state();
      refuseUnknownPast(registry, bounds);
      const { fromMs, toMs } = spanOf(registry);
      const isAll =
        bounds.knownAtMs === null &&
        bounds.version === null &&
        (fromMs > toMs ||
          (bounds.asOfMs >= toMs && reignAt(judges, bounds.asOfMs) === reignAt(judges, Number.POSITIVE_INFINITY)));
      return isAll ? kept : place((await boundedFacts(registry, bounds)).tables.name, bounds);
    },
    async close() {
      await dropBounded();
      await own?.drop();
    },
  };
}
