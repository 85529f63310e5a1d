import type { ImportSummary, QuarantinedRow } from '../engine.ts';
import { IdentityIndex } from './identity-index.ts';
import { MemoryLog } from './log.ts';
import { RecordStore } from './record-store.ts';

/** Everything that the memory engine keeps; facts are derived from it. */
export interface MemoryStore {
  readonly log: MemoryLog;
  readonly imports: {
    readonly id: string;
    readonly recordedMs: number;
    undoneMs: number | null;
    readonly summary: ImportSummary;
  }[];
  /** Personal fields by event, of those that have any. */
  readonly personal: Map<number, string>;
  /** Further attributes of the envelope by event, of the few that have any. */
  readonly attributes: Map<number, string>;
  /** Latest event of each identity. */
  readonly identities: IdentityIndex;
  readonly quarantine: (QuarantinedRow & { readonly import: string })[];
  readonly records: RecordStore;
  /** Imports of records that found their first states among the events of other imports. */
  readonly reliances: { readonly import: string; readonly upon: string }[];
  /** Whether an import is running. */
  open: boolean;
}

/** A store of nothing. */
export function emptyStore(): MemoryStore {
  const log = new MemoryLog();
  return {
    log,
    imports: [],
    attributes: new Map(),
    personal: new Map(),
    identities: new IdentityIndex({ sourceAt: (event) => log.source.at(event), idAt: (event) => log.id.text(event) }),
    quarantine: [],
    records: new RecordStore(),
    reliances: [],
    open: false,
  };
}
