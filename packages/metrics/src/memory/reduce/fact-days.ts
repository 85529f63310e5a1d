import type { DayOf } from '../../facts/zone-days.ts';

/** Local days of times; 0 where there is no time. */
export function daysOfTimes(times: Float64Array, dayOf: DayOf): Int32Array {
  const days = new Int32Array(times.length);
  for (let row = 0; row < times.length; row++) {
    const at = times[row] as number;
    if (!Number.isNaN(at)) days[row] = dayOf(at);
  }
  return days;
}
