/**
 * An object of the fields of a form; of a name that comes several times it has a list.
 * @example fieldsOf([['a', '1'], ['b', '2'], ['a', '3']]) // { a: ['1', '3'], b: '2' }
 */
export function fieldsOf(pairs: Iterable<readonly [name: string, value: string]>): Readonly<Record<string, unknown>> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  return Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list]));
}
