/** The fields of an object that are there, or the type of them. */
export type PresentFields<T extends object> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value, since one that is `undefined` is no JSON; nothing where none has. */
export function presentFields<T extends object>(fields: T): PresentFields<T> | undefined {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return present.length === 0 ? undefined : (Object.fromEntries(present) as PresentFields<T>);
}
