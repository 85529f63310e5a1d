import type { Database } from './connection.ts';
import { erasedSubjects } from './erased-subjects.ts';
import { keptRegistry, type Registry } from './import-registry.ts';
import { type VisibleEvents, visibleEvents } from './visible-events.ts';

/** What a store holds, as its engine has to know before it answers. */
export interface StoreState {
  readonly registry: Registry;
  /** Which events count, of all that is known. */
  visible(): Promise<VisibleEvents>;
  erased(): Promise<ReadonlySet<string>>;
}

/** The state of a store, looked up again when somebody has imported or taken back. */
export function keptState(database: Database): () => Promise<StoreState> {
  const registry = keptRegistry(database);
  let kept: StoreState | null = null;
  return async () => {
    const current = await registry.current();
    if (kept?.registry === current) return kept;
    let visible: Promise<VisibleEvents> | null = null;
    const seen = () => {
      visible ??= visibleEvents(database, current, null);
      return visible;
    };
    kept = { registry: current, visible: seen, erased: async () => erasedSubjects(database, await seen()) };
    return kept;
  };
}
