/**
 * The value that stands at a place in ascending order. Puts the values into another order, in which it is found sooner
 * the next time.
 * Source: quickselect, Hoare 1961. O(values) on average: a few of them cost less than to sort all.
 * @param index 0-based, within the values
 */
export function orderStatistic(values: Float64Array, index: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let up = low;
    let down = high;
    while (up <= down) {
      while ((values[up] as number) < pivot) up += 1;
      while ((values[down] as number) > pivot) down -= 1;
      if (up > down) break;
      const value = values[up] as number;
      values[up++] = values[down] as number;
      values[down--] = value;
    }
    if (index <= down) high = down;
    else if (index >= up) low = up;
    else break;
  }
  return values[index] ?? Number.NaN;
}
