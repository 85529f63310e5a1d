import type { StageTimes } from './stage-times.ts';

/** By lead: 1 where a later stage has an earlier time, both with an event of their own. */
export function impossibleOrders({ times, implied }: StageTimes): Uint8Array {
  const impossible = new Uint8Array(implied.length);
  const latest = new Float64Array(implied.length).fill(Number.NEGATIVE_INFINITY);
  for (const [stage, column] of times.entries()) {
    for (let row = 0; row < implied.length; row++) {
      if (((implied[row] as number) & (1 << stage)) !== 0) continue;
      const time = column[row] as number;
      if (time < (latest[row] as number)) impossible[row] = 1;
      if (time > (latest[row] as number)) latest[row] = time;
    }
  }
  return impossible;
}
