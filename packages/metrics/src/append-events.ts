import type { LeadEvent } from '@sameteam/model';
import { EventBatchBuilder } from './batch/event-batch-builder.ts';
import type { Engine, ImportOutcome, Verdict } from './engine.ts';

/**
 * Appends valid events in one import, each for itself.
 * @returns a verdict for each event, and what the store holds then; no verdicts for no events
 * @throws MetricsError `busy` while another import runs
 * @example
 * const { verdicts } = await appendEvents(engine, [event], { recordedMs: nowMs });
 * verdicts // ['accepted']
 */
export async function appendEvents(
  engine: Engine,
  events: Iterable<LeadEvent>,
  options: {
    readonly recordedMs: number;
    readonly id?: string;
    readonly batchSize?: number;
  },
): Promise<{ readonly verdicts: readonly Verdict[]; readonly outcome: ImportOutcome }> {
  const session = await engine.beginImport({
    recordedMs: options.recordedMs,
    ...(options.id === undefined ? {} : { id: options.id }),
  });
  const builder = new EventBatchBuilder();
  const verdicts: Verdict[] = [];
  let group = 0;
  const flush = async (): Promise<void> => {
    const firstGroup = verdicts.length;
    const batch = builder.take({ firstGroup, groupCount: group - firstGroup });
    for (const verdict of await session.append(batch)) verdicts.push(verdict);
  };
  try {
    for (const event of events) {
      builder.add(group++, event);
      if (builder.count >= (options.batchSize ?? 50_000)) await flush();
    }
    await flush();
    const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
    const outcome = await session.commit({
      files: [],
      read: group,
      accepted: count('accepted'),
      duplicates: count('duplicate'),
      quarantined: count('conflict') + count('erased'),
    });
    return { verdicts, outcome };
  } catch (cause) {
    await session.rollback();
    throw cause;
  }
}
