import type { EventColumns } from '../batch/event-batch.ts';
import { type FoldPaths, foldPaths, foldWidth } from '../facts/fold-fields.ts';
import { type Said, said } from '../facts/promoted.ts';

/** The distinct texts that folds read, and by event and path which of them is said, -1 for none. */
export interface FoldedTexts {
  readonly terms: readonly string[];
  /** Bit `i` of an event: it says something of the text at path `i`, be it that there is none. */
  readonly said: Uint8Array;
  readonly values: Int32Array;
}

/** Collects the texts that folds read of the events of a batch, each distinct one once. */
export class FoldTexts {
  private readonly terms = new Map<string, number>();
  private said = new Uint8Array(256);
  private values = new Int32Array(256 * foldWidth).fill(-1);

  /**
   * Notes what an event says.
   * @param event its place in the batch
   * @param field place of the path among those of its rank
   */
  say(event: number, field: number, value: Said): void {
    if (value === undefined) return;
    while (event >= this.said.length) this.grow();
    this.said[event] = (this.said[event] as number) | (1 << field);
    if (value === null) return;
    let place = this.terms.get(value);
    if (place === undefined) {
      place = this.terms.size;
      this.terms.set(value, place);
    }
    this.values[event * foldWidth + field] = place;
  }

  /** What was collected of a batch of `count` events. */
  of(count: number): FoldedTexts {
    while (count > this.said.length) this.grow();
    return {
      terms: [...this.terms.keys()],
      said: this.said.slice(0, count),
      values: this.values.slice(0, count * foldWidth),
    };
  }

  private grow(): void {
    const { said: saidBefore, values: valuesBefore } = this;
    this.said = new Uint8Array(saidBefore.length * 2);
    this.said.set(saidBefore);
    this.values = new Int32Array(valuesBefore.length * 2).fill(-1);
    this.values.set(valuesBefore);
  }
}

/**
 * Reads the texts that folds read of events of which only the columns are at hand.
 */
export function readFoldTexts({ count, type, data }: Pick<EventColumns, 'count' | 'type' | 'data'>): FoldedTexts {
  const texts = new FoldTexts();
  for (let event = 0; event < count; event++) {
    const paths: FoldPaths = foldPaths(type[event] as number);
    if (paths.length === 0) continue;
    const parsed: unknown = JSON.parse(data[event] as string);
    for (const [field, path] of paths.entries()) texts.say(event, field, said(parsed, path));
  }
  return texts.of(count);
}
