import { growingInt32 } from '../facts/columns/growing.ts';

/** Texts in one string: a power of two. */
const chunkSize = 1024;

/**
 * A list of many texts that keeps a thousand of them in each string, so that a log of a million events is no million
 * objects for the collector of garbage to walk through.
 */
export class TextList {
  private readonly chunks: string[] = [];
  /** Where each text ends in its chunk. */
  private readonly ends = growingInt32();
  /** Texts that do not fill a chunk yet. */
  private pending: string[] = [];

  get length(): number {
    return this.ends.length;
  }

  push(text: string): void {
    const start = this.pending.length === 0 ? 0 : (this.ends.at(this.ends.length - 1) as number);
    this.ends.push(start + text.length);
    this.pending.push(text);
    if (this.pending.length < chunkSize) return;
    this.chunks.push(this.pending.join(''));
    this.pending = [];
  }

  /** The text at a place below `length`. */
  text(place: number): string {
    const chunk = this.chunks[Math.floor(place / chunkSize)];
    if (chunk === undefined) return this.pending[place % chunkSize] as string;
    const start = place % chunkSize === 0 ? 0 : this.ends.at(place - 1);
    return chunk.slice(start, this.ends.at(place));
  }
}
