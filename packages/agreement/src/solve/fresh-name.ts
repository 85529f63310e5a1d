/**
 * A text that none of the known ones is, for a value that no condition asks for.
 * @example freshName('other', new Set(['other'])) // 'other 2'
 */
export function freshName(name: string, known: ReadonlySet<string>): string {
  if (!known.has(name)) return name;
  let number = 2;
  while (known.has(`${name} ${number}`)) number++;
  return `${name} ${number}`;
}
