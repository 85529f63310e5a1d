import type { EventBatch, TextColumn } from './event-batch.ts';
import { joinColumns, packTexts } from './pack-events.ts';

/**
 * Puts batches one behind another, each with its groups counted on from those before: appending one large batch costs
 * far less than many small ones. Groups of the result start at 0.
 * @returns an empty batch for none
 * @example
 * await session.append(concatBatches(batches));
 */
export function concatBatches(batches: readonly EventBatch[]): EventBatch {
  const [only] = batches;
  if (batches.length === 1 && only !== undefined && only.firstGroup === 0) return only;
  const full = batches.filter((batch) => batch.count > 0);
  const count = full.reduce((sum, batch) => sum + batch.count, 0);
  const sources = [...new Set(full.flatMap((batch) => batch.sources))];
  const terms = new Map<string, number>();
  for (const batch of full) for (const term of batch.terms) if (!terms.has(term)) terms.set(term, terms.size);
  const merged = {
    count,
    firstGroup: 0,
    groupCount: batches.reduce((sum, batch) => sum + batch.groupCount, 0),
    group: new Int32Array(count),
    type: new Uint8Array(count),
    timeMs: new Float64Array(count),
    terms: [...terms.keys()],
    says: new Int32Array(count),
    sources,
    source: new Int32Array(count),
    id: joinColumns(full.map((batch) => batch.id)),
    subject: joinColumns(full.map((batch) => batch.subject)),
    data: joinColumns(full.map((batch) => batch.data)),
    personal: concatSome(full, 'personal'),
    attributes: concatSome(full, 'attributes'),
  };
  let event = 0;
  let firstGroup = 0;
  for (const batch of batches) {
    const groupShift = firstGroup - batch.firstGroup;
    for (let own = 0; own < batch.count; own++) merged.group[event + own] = (batch.group[own] as number) + groupShift;
    merged.type.set(batch.type, event);
    merged.timeMs.set(batch.timeMs, event);
    const sourceOf = Int32Array.from(batch.sources, (source) => sources.indexOf(source));
    for (let own = 0; own < batch.count; own++)
      merged.source[event + own] = sourceOf[batch.source[own] as number] as number;
    const placeOf = Int32Array.from(batch.terms, (term) => terms.get(term) as number);
    for (let own = 0; own < batch.count; own++) {
      const place = batch.says[own] as number;
      merged.says[event + own] = place < 0 ? place : (placeOf[place] as number);
    }
    event += batch.count;
    firstGroup += batch.groupCount;
  }
  return merged;
}

function concatSome(batches: readonly EventBatch[], name: 'personal' | 'attributes'): TextColumn | null {
  if (batches.every((batch) => batch[name] === null)) return null;
  return joinColumns(batches.map((batch) => batch[name] ?? packTexts(new Array<null>(batch.count).fill(null))));
}
