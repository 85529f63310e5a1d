import { compareUtf8 } from '@sameteam/model';
import { Erasures } from '../batch/erasures.ts';
import type { EventColumns } from '../batch/event-batch.ts';
import { contentAt, judgeBatch, type StoredEventContent } from '../batch/judge-batch.ts';
import { keepableRow } from '../batch/keepable-row.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import type { ImportOutcome, ImportSession, ImportSummary, QuarantinedRow } from '../engine.ts';
import { opportunityEventRanks } from '../facts/lead-fold.ts';
import { MetricsError } from '../metrics-error.ts';
import type { IdentityIndex } from './identity-index.ts';
import { isLeadEvent, type MemoryLog } from './log.ts';
import { visibleLog } from './visible-log.ts';

/** Everything that the memory engine keeps; facts are derived from it. */
export interface MemoryStore {
  readonly log: MemoryLog;
  readonly imports: {
    readonly id: string;
    readonly recordedMs: number;
    undoneMs: number | null;
    readonly summary: ImportSummary;
  }[];
  readonly personal: Map<number, string>;
  /** Further attributes of the envelope, of the few events that have any. */
  readonly attributes: Map<number, string>;
  /** Latest event of each identity. */
  readonly identities: IdentityIndex;
  readonly quarantine: (QuarantinedRow & { readonly import: string })[];
  records: {
    readonly map: string;
    readonly file: string;
    readonly key: string;
    readonly state: string;
    readonly import: string;
  }[];
  /** Imports of records that found their first states among the events of other imports. */
  readonly reliances: { readonly import: string; readonly upon: string }[];
  /** Whether an import is running. */
  open: boolean;
}

interface MemoryImportOptions {
  readonly recordedMs: number;
  readonly id?: string;
  readonly changed: () => void;
  readonly outcome: (touched: {
    readonly leads: ReadonlyMap<number, number>;
    readonly opportunities: ReadonlyMap<number, number>;
  }) => ImportOutcome;
}

/** States of records live no longer than the engine, so that no secret has to be kept. */
const recordSecret = 'memory';

/** Starts an import: everything waits beside the store until it is committed. */
export function beginMemoryImport(store: MemoryStore, options: MemoryImportOptions): ImportSession {
  if (store.open) throw new MetricsError('busy');
  const id = options.id ?? `import-${store.imports.length + 1}`;
  if (store.imports.some((known) => known.id === id)) throw new MetricsError('import-id-taken', { id });
  store.open = true;
  const waiting: { readonly batch: EventColumns; readonly index: number }[] = [];
  const waitingIdentities = new Map<string, { readonly batch: EventColumns; readonly index: number }>();
  const quarantine: QuarantinedRow[] = [];
  const saved = new Map<
    string,
    { readonly map: string; readonly file: string; readonly key: string; readonly state: string }
  >();
  const seen = new Map<string, Set<string>>();
  const repeated = new Set<number>();
  const erasures = new Erasures(erasedSubjects(store));

  const contentOf = (batch: EventColumns, index: number): StoredEventContent | null => {
    const identity = `${batch.source[index]}\0${batch.id[index]}`;
    const own = waitingIdentities.get(identity);
    if (own !== undefined) {
      return { ...contentAt(own.batch, own.index), import: store.imports.length };
    }
    const source = store.log.sources.find(batch.source[index] as string);
    const event = source === undefined ? undefined : store.identities.get(source, batch.id[index] as string);
    if (event === undefined || store.imports[store.log.importNumber.view()[event] as number]?.undoneMs !== null)
      return null;
    return {
      import: store.log.importNumber.at(event),
      ...store.log.contentAt(event),
      personal: store.personal.get(event) ?? null,
      attributes: store.attributes.get(event) ?? null,
    };
  };

  const seenOf = (map: string, file: string): Set<string> => {
    const key = `${map}\0${file}`;
    const known = seen.get(key) ?? new Set<string>();
    seen.set(key, known);
    return known;
  };

  return {
    id,
    recordSecret,
    async append(packed) {
      const batch = unpackEvents(packed);
      const {
        verdicts,
        accepted,
        repeated: those,
      } = judgeBatch(batch, {
        stored: (index) => contentOf(batch, index),
        erasures,
      });
      for (const from of those) repeated.add(from);
      for (const index of accepted) {
        waiting.push({ batch, index });
        waitingIdentities.set(`${batch.source[index]}\0${batch.id[index]}`, { batch, index });
      }
      return verdicts;
    },
    async erased(subjects) {
      return new Set(subjects.filter((subject) => erasures.has(subject)));
    },
    async quarantine(rows) {
      for (const row of rows) quarantine.push(keepableRow(row));
    },
    async recordStates(map, file, keys) {
      const wanted = new Set(keys);
      const states = new Map<string, string>();
      for (const record of store.records) {
        if (record.map === map && record.file === file && wanted.has(record.key)) states.set(record.key, record.state);
      }
      for (const key of keys) {
        const own = saved.get(`${map}\0${file}\0${key}`);
        if (own !== undefined) states.set(key, own.state);
      }
      return states;
    },
    async saveRecords(map, file, records) {
      const seenKeys = seenOf(map, file);
      for (const { key, state } of records) {
        saved.set(`${map}\0${file}\0${key}`, { map, file, key, state });
        seenKeys.add(key);
      }
    },
    async markSeen(map, file, keys) {
      const seenKeys = seenOf(map, file);
      for (const key of keys) seenKeys.add(key);
    },
    async seenRecords(map, file, keys) {
      const seenKeys = seenOf(map, file);
      return new Set(keys.filter((key) => seenKeys.has(key)));
    },
    async vanished(map, file, limit) {
      const seenKeys = seenOf(map, file);
      const keys = new Set<string>();
      for (const record of store.records)
        if (record.map === map && record.file === file && !seenKeys.has(record.key)) keys.add(record.key);
      return { count: keys.size, keys: [...keys].sort(compareUtf8).slice(0, limit) };
    },
    async commit(summary) {
      const importNumber = store.imports.length;
      store.imports.push({ id, recordedMs: options.recordedMs, undoneMs: null, summary });
      const leads = new Map<number, number>();
      const opportunities = new Map<number, number>();
      for (const { batch, index } of waiting) {
        const event = store.log.append(batch, index, importNumber);
        store.identities.add(event);
        const personal = batch.personal[index] ?? null;
        const attributes = batch.attributes[index] ?? null;
        if (personal !== null) store.personal.set(event, personal);
        if (attributes !== null) store.attributes.set(event, attributes);
        const subject = store.log.subject.view()[event] as number;
        if (isLeadEvent(batch.type[index] as number)) leads.set(event, subject);
        else if (opportunityEventRanks.includes(batch.type[index] as number)) opportunities.set(event, subject);
      }
      for (const row of quarantine) store.quarantine.push({ ...row, import: id });
      for (const record of saved.values()) store.records.push({ ...record, import: id });
      if (saved.size > 0) {
        for (const from of repeated)
          if (from !== importNumber)
            store.reliances.push({ import: id, upon: (store.imports[from] as MemoryStore['imports'][number]).id });
      }
      store.open = false;
      options.changed();
      return options.outcome({ leads, opportunities });
    },
    async rollback() {
      store.open = false;
    },
  };
}

/** Subjects of the erasures that count. */
function erasedSubjects({ log, imports }: MemoryStore): ReadonlySet<string> {
  if (log.erasures.length === 0) return new Set();
  const { mask } = visibleLog(log, imports, { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null, version: null });
  const counting = log.erasures.filter((event) => mask === null || mask[event] === 1);
  return new Set(counting.map((event) => log.subjects.text(log.subject.at(event)) as string));
}
