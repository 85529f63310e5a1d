import { expect, it } from 'vitest';
import { mockHash } from './mock-hash.ts';

it('tells a hundred thousand texts apart, in each half of its bits', () => {
  const halves = [new Set<bigint>(), new Set<bigint>()] as const;
  for (let n = 0; n < 100_000; n++) {
    const bytes = new DataView(mockHash(`{"id":"${n}-1","type":"lead.captured"}`).buffer);
    halves[0].add(bytes.getBigInt64(0));
    halves[1].add(bytes.getBigInt64(8));
  }
  expect(halves[0].size).toBe(100_000);
  expect(halves[1].size).toBe(100_000);
});
