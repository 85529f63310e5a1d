import { canonicalJson, type JsonObject } from '@sameteam/model';
import { growingInt32 } from '../facts/columns/growing.ts';
import { foldPayload, hasPayload } from '../facts/payload/fold-payload.ts';
import type { EventBatch, EventColumns } from './event-batch.ts';

/** Collects what folds read of the events of a batch, each distinct text once. */
export class PayloadTexts {
  private readonly places = new Map<string, number>();
  private readonly says = growingInt32();

  /** Notes what the next event says: the RFC 8785 form of its payload, `null` where folds read nothing of it. */
  push(text: string | null): void {
    if (text === null) {
      this.says.push(-1);
      return;
    }
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.places.size;
      this.places.set(text, place);
    }
    this.says.push(place);
  }

  /** What was collected. */
  take(): Pick<EventBatch, 'terms' | 'says'> {
    return { terms: [...this.places.keys()], says: this.says.view().slice() };
  }
}

/**
 * Reads what folds read of events of which only the columns are at hand.
 * @example
 * packEvents({ ...columns, ...readPayloads(columns) })
 */
export function readPayloads({
  count,
  type,
  data,
  personal,
}: Pick<EventColumns, 'count' | 'type' | 'data' | 'personal'>): Pick<EventBatch, 'terms' | 'says'> {
  const texts = new PayloadTexts();
  for (let event = 0; event < count; event++) {
    const rank = type[event] as number;
    if (!hasPayload(rank)) {
      texts.push(null);
      continue;
    }
    const kept = personal[event] ?? null;
    const payload = foldPayload(
      rank,
      JSON.parse(data[event] as string) as JsonObject,
      kept === null ? null : (JSON.parse(kept) as JsonObject),
    );
    texts.push(payload === null ? null : canonicalJson(payload));
  }
  return texts.take();
}
