/** The value of a key that the object has itself: a name such as `constructor` finds nothing that nobody has said. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}
