import type { ImportOutcome } from '../engine.ts';
import { leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';
import type { Registry } from './import-registry.ts';
import type { ImportTold } from './import-told.ts';
import { linkingRanks } from './linked-opportunities.ts';
import { queryParams } from './query-params.ts';
import { factTable } from './schema.ts';
import { integer, integers } from './sql-text.ts';
import type { VisibleEvents } from './visible-events.ts';

/** Events and leads that the store holds. */
export async function storeSize(
  database: Database,
  { imports }: Registry,
): Promise<Pick<ImportOutcome, 'events' | 'leads'>> {
  const [row] = await database.query(`SELECT count() AS leads FROM ${database.table(factTable('leads'))} FINAL`);
  return { events: imports.reduce((sum, { events }) => sum + events, 0), leads: Number(row?.leads) };
}

/** What the store holds now, and what is odd among the leads and opportunities that the events of an import are about. */
export async function importOutcome(
  database: Database,
  {
    told,
    token,
    visible,
    registry,
  }: {
    readonly told: ImportTold;
    /** Of the import. */
    readonly token: number;
    readonly visible: VisibleEvents;
    readonly registry: Registry;
  },
): Promise<ImportOutcome> {
  const size = await storeSize(database, registry);
  const rootOf = (record: string) => visible.roots.get(record) ?? record;
  const counting = await stillTold(database, { told, visible, token });
  const leads = new Set([...counting.leads].map(rootOf));
  const named = await namedLeads(database, visible, counting.opportunities);
  for (const those of named.values()) for (const lead of those) leads.add(lead);
  const table = `${database.table(factTable('leads'))} FINAL`;
  const odd = await database.query(`SELECT of FROM ${table} WHERE impossible = 1`);
  const impossibleOrder = odd.filter(({ of }) => leads.has(String(of))).length;
  const known = new Set<string>();
  for (const part of bindableParts(new Set([...named.values()].flatMap((those) => [...those]))))
    for (const { of } of await database.query(`SELECT of FROM ${table} WHERE of IN {leads:Array(String)}`, {
      leads: part,
    }))
      known.add(String(of));
  let unknownLeads = 0;
  for (const those of named.values()) if ([...those].some((lead) => !known.has(lead))) unknownLeads += 1;
  return { ...size, impossibleOrder, unknownLeads };
}

/** What the events of an import that were not taken back are about. */
async function stillTold(
  database: Database,
  { told, visible, token }: { readonly told: ImportTold; readonly visible: VisibleEvents; readonly token: number },
): Promise<Pick<ImportTold, 'leads' | 'opportunities'>> {
  if (!visible.hasRetracted && told.subjects !== null) return told;
  const subjects = async (ranks: readonly number[]) => {
    const params = queryParams();
    const rows = await database.query(
      `SELECT DISTINCT subject FROM ${database.table('events')} WHERE import = ${integer(token)} AND type IN (${integers(ranks)}) AND ${visible.sql(params)}`,
      params.values,
    );
    return new Set(rows.map(({ subject }) => String(subject)));
  };
  return { leads: await subjects(leadEventRanks), opportunities: await subjects(opportunityEventRanks) };
}

/** The leads that are linked with opportunities, by the records that they are counted as. */
async function namedLeads(
  database: Database,
  visible: VisibleEvents,
  opportunities: ReadonlySet<string>,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rootOf = (record: string) => visible.roots.get(record) ?? record;
  const wanted = new Set([...opportunities].map(rootOf));
  const members = [...wanted].flatMap((opportunity) => visible.members.get(opportunity) ?? [opportunity]);
  const named = new Map<string, Set<string>>();
  for (const part of bindableParts(members)) {
    const params = queryParams();
    const those = params.bind(part, 'Array(String)');
    const rows = await database.query(
      `SELECT DISTINCT subject, other FROM ${database.table('refs')}
        WHERE subject IN ${those} AND startsWith(other, 'lead/') AND type IN (${integers(linkingRanks)}) AND ${visible.sql(params)}`,
      params.values,
    );
    for (const { subject, other } of rows) {
      const opportunity = rootOf(String(subject));
      const known = named.get(opportunity) ?? new Set();
      named.set(opportunity, known.add(rootOf(String(other))));
    }
  }
  return named;
}
