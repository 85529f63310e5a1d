import type { EventBatch } from './event-batch.ts';

/**
 * Puts batches one behind another, each with its groups counted on from those before: appending one large batch costs
 * far less than many small ones. Groups of the result start at 0.
 */
export function concatBatches(batches: readonly EventBatch[]): EventBatch {
  const [only] = batches;
  if (batches.length === 1 && only !== undefined && only.firstGroup === 0) return only;
  const count = batches.reduce((sum, batch) => sum + batch.count, 0);
  const merged = {
    count,
    firstGroup: 0,
    groupCount: batches.reduce((sum, batch) => sum + batch.groupCount, 0),
    group: new Int32Array(count),
    type: new Uint8Array(count),
    timeMs: new Float64Array(count),
    digest: new Uint8Array(batches.reduce((sum, batch) => sum + batch.digest.length, 0)),
    source: batches.flatMap((batch) => batch.source),
    id: batches.flatMap((batch) => batch.id),
    subject: batches.flatMap((batch) => batch.subject),
    data: batches.flatMap((batch) => batch.data),
    personal: batches.flatMap((batch) => batch.personal),
    attributes: batches.flatMap((batch) => batch.attributes),
    secret: batches.flatMap((batch) => batch.secret),
    canonical: batches.flatMap((batch) => batch.canonical),
  };
  let event = 0;
  let firstGroup = 0;
  let digest = 0;
  for (const batch of batches) {
    merged.group.set(
      batch.group.map((group) => group - batch.firstGroup + firstGroup),
      event,
    );
    merged.type.set(batch.type, event);
    merged.timeMs.set(batch.timeMs, event);
    merged.digest.set(batch.digest, digest);
    event += batch.count;
    firstGroup += batch.groupCount;
    digest += batch.digest.length;
  }
  return merged;
}
