// What the examples in docstrings take as given.
import { defaultAgreement } from '@sameteam/agreement';
import {
  createMemoryEngine,
  type Engine,
  type EventBatch,
  EventBatchBuilder,
  type ImportSession,
  unpackEvents,
} from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './support/agreements.ts';
import { captured } from './support/events.ts';

export { Dictionary } from '../src/facts/columns/dictionary.ts';

export const agreement = agreementWith({
  pipelines: { new: { stages: [{ id: 'discovery', probability: 0.2 }] } },
});

export const nowMs = Date.UTC(2026, 5, 1);

export const event: LeadEvent = captured('ann', '2026-01-01');

const builder = new EventBatchBuilder();
builder.add(0, captured('ben', '2026-01-02'));
builder.add(1, captured('cid', '2026-01-03'));
export const batches: readonly EventBatch[] = [builder.take({ firstGroup: 0, groupCount: 2 })];
export const batch: EventBatch = batches[0] as EventBatch;
export const columns = unpackEvents(batches[0] as EventBatch);

export const engine: Engine = createMemoryEngine({ agreement: defaultAgreement });

export const session: ImportSession = await createMemoryEngine({ agreement: defaultAgreement }).beginImport({
  recordedMs: nowMs,
});
