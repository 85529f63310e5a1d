/** Beyond this a buffer that is mostly empty is given back. */
const roomy = 4 << 20;

/** The bytes of a stream that are still needed, in one piece and in one buffer that is used again. */
export class WorkBytes {
  #buffer = new Uint8Array(1 << 16);
  #length = 0;

  /** What is there; a view that the next `add` may move. */
  get view(): Uint8Array {
    return this.#buffer.subarray(0, this.#length);
  }

  /** Drops the first bytes and appends a chunk, which is copied. */
  add(chunk: Uint8Array, dropped: number): void {
    const kept = this.#length - dropped;
    const needed = kept + chunk.length;
    if (needed > this.#buffer.length || (this.#buffer.length > roomy && needed < this.#buffer.length / 8)) {
      const other = new Uint8Array(Math.max(1 << 16, needed * 2));
      other.set(this.#buffer.subarray(dropped, this.#length));
      this.#buffer = other;
    } else this.#buffer.copyWithin(0, dropped, this.#length);
    this.#buffer.set(chunk, kept);
    this.#length = needed;
  }
}
