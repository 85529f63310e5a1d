/** Bytes of an item that has not ended, from one chunk or several. Copies: a chunk may be written over by the next. */
export class HeldBytes {
  private parts: Uint8Array[] = [];
  private held = 0;

  /** How many bytes are held. */
  get size(): number {
    return this.held;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    // `slice` of a Buffer of Node is a view of it, not a copy.
    this.parts.push(Uint8Array.prototype.slice.call(bytes));
    this.held += bytes.length;
  }

  /** What is held, and then `rest`, in one piece; nothing is held afterwards. */
  take(rest: Uint8Array): Uint8Array {
    if (this.held === 0) return rest;
    const all = new Uint8Array(this.held + rest.length);
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    all.set(rest, at);
    this.clear();
    return all;
  }

  clear(): void {
    this.parts = [];
    this.held = 0;
  }
}
