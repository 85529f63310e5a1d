import { Erasures } from '../batch/erasures.ts';
import type { EventColumns } from '../batch/event-batch.ts';
import { contentAt, identityAt, judgeBatch, type StoredEventContent } from '../batch/judge-batch.ts';
import { keepableRow } from '../batch/keepable-row.ts';
import { unpackEvents } from '../batch/pack-events.ts';
import type { ImportOutcome, ImportSession, QuarantinedRow } from '../engine.ts';
import { MetricsError } from '../metrics-error.ts';
import type { MemoryStore } from './memory-store.ts';
import { recordStates } from './record-states.ts';
import { visibleLog } from './visible-log.ts';

interface MemoryImportOptions {
  readonly recordedMs: number;
  readonly id?: string;
  readonly changed: () => void;
  /** @param events the appended ones, from one place in the log up to another */
  readonly outcome: (events: { readonly from: number; readonly to: number }) => ImportOutcome;
}

/** States of records live no longer than the engine, so that no secret has to be kept. */
const recordSecret = 'memory';

/** Starts an import: everything waits beside the store until it is committed. */
export function beginMemoryImport(store: MemoryStore, options: MemoryImportOptions): ImportSession {
  if (store.open) throw new MetricsError('busy');
  const id = options.id ?? `import-${store.imports.length + 1}`;
  if (store.imports.some((known) => known.id === id)) throw new MetricsError('import-id-taken', { id });
  store.open = true;
  /** By identity, in the order in which they came. */
  const waiting = new Map<string, { readonly batch: EventColumns; readonly index: number }>();
  const quarantine: QuarantinedRow[] = [];
  const repeated = new Set<number>();
  const erasures = new Erasures(erasedSubjects(store));

  const contentOf = (batch: EventColumns, index: number): StoredEventContent | null => {
    const own = waiting.get(identityAt(batch, index));
    if (own !== undefined) return { ...contentAt(own.batch, own.index), import: store.imports.length };
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

  const { commit: commitRecords, hasSaved, ...recordParts } = recordStates(store.records);
  return {
    id,
    recordSecret,
    ...recordParts,
    async append(packed) {
      const batch = unpackEvents(packed);
      const judged = judgeBatch(batch, { stored: (index) => contentOf(batch, index), erasures });
      for (const from of judged.repeated) repeated.add(from);
      for (const index of judged.accepted) waiting.set(identityAt(batch, index), { batch, index });
      return judged.verdicts;
    },
    async erased(subjects) {
      return new Set(subjects.filter((subject) => erasures.has(subject)));
    },
    async quarantine(rows) {
      for (const row of rows) quarantine.push(keepableRow(row));
    },
    async commit(summary) {
      const importNumber = store.imports.length;
      store.imports.push({ id, recordedMs: options.recordedMs, undoneMs: null, summary });
      const from = store.log.length;
      for (const { batch, index } of waiting.values()) {
        const event = store.log.append(batch, index, importNumber);
        store.identities.add(event);
        const personal = batch.personal[index] ?? null;
        const attributes = batch.attributes[index] ?? null;
        if (personal !== null) store.personal.set(event, personal);
        if (attributes !== null) store.attributes.set(event, attributes);
      }
      for (const row of quarantine) store.quarantine.push({ ...row, import: id });
      commitRecords(id);
      if (hasSaved()) {
        for (const upon of repeated)
          if (upon !== importNumber)
            store.reliances.push({ import: id, upon: (store.imports[upon] as MemoryStore['imports'][number]).id });
      }
      store.open = false;
      options.changed();
      return options.outcome({ from, to: store.log.length });
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
