import { splitRecords } from '../csv/split-records.ts';
import { tokenizeBatch } from '../csv/tokenize-batch.ts';
import type { CompiledMap } from '../map/compile-map.ts';
import { createJoinCollector, type JoinTable, joinNeeds } from '../map/join-table.ts';
import type { MappedEvent } from '../map/mapped-event.ts';
import { type GivenTable, type PreparedTable, prepareTables } from '../map/prepare-tables.ts';
import { createTableReader } from '../map/table-reader.ts';

const verbs: Readonly<Record<string, string>> = {
  'lead.qualified': 'qualified',
  'lead.assigned': 'assigned',
  'lead.attempted': 'called or written to',
  'lead.accepted': 'accepted by sales',
  'lead.rejected': 'rejected by sales',
  'lead.recycled': 'recycled',
  'lead.disqualified': 'disqualified',
  'lead.sales_qualified': 'qualified by sales',
  'opportunity.opened': 'became an opportunity',
  'opportunity.won': 'won',
  'opportunity.lost': 'lost',
};

/**
 * Tells leads of the samples as short stories, so that a person can see at a glance whether a map reads them well.
 * Leads of which more is known come first.
 * @returns at most `count` sentences
 */
export function tellStories(compiled: CompiledMap, given: readonly GivenTable[], count: number): readonly string[] {
  const events = readSamples(compiled, given);
  const byLead = new Map<string, MappedEvent[]>();
  for (const event of events) {
    const leads = event.subject.startsWith('lead/')
      ? [event.subject]
      : Array.isArray(event.data.leads)
        ? (event.data.leads as string[])
        : [];
    for (const lead of leads) byLead.set(lead, [...(byLead.get(lead) ?? []), event]);
  }
  const known = [...byLead].filter(([, list]) => list.some(({ type }) => type === 'lead.captured'));
  const rich = (list: readonly MappedEvent[]): number => new Set(list.map(({ type }) => type)).size;
  const most = Math.max(0, ...known.map(([, list]) => rich(list)));
  // Some that went far and some that did not, else every story would be one of success.
  const far = known.filter(([, list]) => rich(list) === most).slice(0, Math.ceil(count / 2));
  const others = known.filter((entry) => !far.includes(entry)).slice(0, count - far.length);
  const chosen = [...far, ...others];
  const names = shortNames(chosen.map(([lead]) => lead.slice('lead/'.length)));
  return chosen.map(([, list], index) => tell(names[index] as string, list, compiled.map.zone));
}

function tell(name: string, events: readonly MappedEvent[], zone: string): string {
  const captured = events.find(({ type }) => type === 'lead.captured') as MappedEvent;
  const source = captured.data.source as { readonly channel?: string } | undefined;
  const from = source?.channel === undefined ? 'from an unknown place' : `from ${source.channel}`;
  const rest = events
    .filter(({ type }) => verbs[type] !== undefined)
    .sort((left, right) => Date.parse(left.time) - Date.parse(right.time))
    .map(({ type, time }) => `${verbs[type]} ${later(captured.time, time, zone)}`);
  const list = rest.length > 1 ? `${rest.slice(0, -1).join(', ')} and ${rest.at(-1)}` : (rest[0] ?? '');
  return `${name} was captured on ${dayText(captured.time, zone)} ${from}${list === '' ? ', and nothing followed' : `, ${list}`}.`;
}

// Ids of one system often differ at their end only.
function shortNames(ids: readonly string[]): readonly string[] {
  const heads = ids.map((id) => (id.length > 12 ? `${id.slice(0, 6)}…` : id));
  if (new Set(heads).size === ids.length) return heads;
  return ids.map((id) => (id.length > 12 ? `…${id.slice(-8)}` : id));
}

function later(from: string, to: string, zone: string): string {
  const days = Math.round((dayNumber(to, zone) - dayNumber(from, zone)) / 86_400_000);
  if (days === 0) return 'the same day';
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days > 0 ? `${count} later` : `${count} before (!)`;
}

function dayNumber(time: string, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(time));
  return Date.parse(`${parts}T00:00:00Z`);
}

function dayText(time: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).formatToParts(Date.parse(time));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}`;
}

function readSamples(compiled: CompiledMap, given: readonly GivenTable[]): readonly MappedEvent[] {
  const { tables } = prepareTables(compiled, given);
  const batches = new Map(tables.map((table) => [table.name, batchesOf(table, given)]));
  const joins = new Map<string, JoinTable>();
  for (const need of joinNeeds(compiled)) {
    const table = tables.find(({ file }) => file === need.from);
    if (table === undefined) continue;
    const collector = createJoinCollector(compiled, need, table);
    for (const batch of batches.get(table.name) ?? []) collector.add(batch);
    joins.set(need.from, collector.table());
  }
  return tables.flatMap((table) => {
    const reader = createTableReader(compiled, table, { joins });
    return (batches.get(table.name) ?? [])
      .flatMap((batch) => reader.readBatch(batch))
      .flatMap((verdict) => verdict.events);
  });
}

function batchesOf(table: PreparedTable, given: readonly GivenTable[]) {
  const splitter = splitRecords(table.dialect);
  const sample = given.find(({ name }) => name === table.name)?.sample ?? new Uint8Array(0);
  const batches = splitter.push(sample);
  // The last row of a sample may be cut off; it is told only where it is one of very few.
  const rows = batches.flatMap((batch) => tokenizeBatch(batch, table.dialect)).length;
  return rows > 10 ? batches : [...batches, ...splitter.end()];
}
