/** Columns that are made when they are first asked for: most reports need few of them. */
export type MemoList<T> = (index: number) => T;

/** A list of `length` values, each made once, on first use. */
export function memoList<T extends object>(length: number, make: (index: number) => T): MemoList<T> {
  const made = new Array<T | undefined>(length);
  return (index) => {
    const value = made[index] ?? make(index);
    made[index] = value;
    return value;
  };
}

/** A value that is made once, on first use. */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
