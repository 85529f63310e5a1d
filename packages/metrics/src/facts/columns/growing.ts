/** A typed array that grows by doubling. */
export class Growing<A extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>> {
  private array: A;
  private readonly make: (length: number) => A;
  length = 0;

  constructor(make: (length: number) => A) {
    this.make = make;
    this.array = make(1024);
  }

  push(value: number): void {
    if (this.length === this.array.length) {
      const larger = this.make(this.array.length * 2);
      larger.set(this.array);
      this.array = larger;
    }
    this.array[this.length++] = value;
  }

  /** The value at a place below `length`. */
  at(place: number): number {
    return this.array[place] as number;
  }

  /** Sets the value at a place below `length`. */
  set(place: number, value: number): void {
    this.array[place] = value;
  }

  /** Drops everything from a length on. */
  truncate(length: number): void {
    this.length = length;
  }

  /** The values so far, without a copy; valid until the next `push`. */
  view(): A {
    return this.array.subarray(0, this.length) as A;
  }
}

export const growingFloat64 = () => new Growing((length) => new Float64Array(length));
export const growingInt32 = () => new Growing((length) => new Int32Array(length));
export const growingUint8 = () => new Growing((length) => new Uint8Array(length));
