/** Names in quotes, as a list in a sentence: `"a", "b" and "c"`. */
export function namesInWords(names: readonly string[], last: 'and' | 'or' | 'nor' = 'and'): string {
  const quoted = names.map((name) => `"${name}"`);
  const end = quoted.pop() ?? 'nothing';
  return quoted.length === 0 ? end : `${quoted.join(', ')} ${last} ${end}`;
}

/** A number of something, such as `1 person` and `1,200 people`. */
export function countInWords(value: number, one: string, several: string): string {
  const shown = numberInWords(value);
  return `${shown} ${shown === '1' ? one : several}`;
}

/** A number with at most one decimal, thousands apart: `1,234.5`. */
export function numberInWords(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 1 });
}
