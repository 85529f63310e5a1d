/** Knuth's multiplicative hash, so that a log is the same on each run and needs no generator. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ 0x9e3779b9, 2654435761) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2246822519) >>> 0;
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** A number out of a hundred for one question about a thing. */
export function outOf100(thing: number, question: number): number {
  return mix(Math.imul(thing, 31) + Math.imul(question, 0x51ed)) % 100;
}
