import { expect, it } from 'vitest';
import { mockHash } from './mock-hash.ts';

it('tells a hundred thousand texts apart, in each half of its bits', () => {
  const halves = [new Set<string>(), new Set<string>()] as const;
  for (let n = 0; n < 100_000; n++) {
    const hex = mockHash(`{"id":"${n}-1","type":"lead.captured"}`);
    halves[0].add(hex.slice(0, 16));
    halves[1].add(hex.slice(16));
  }
  expect(halves[0].size).toBe(100_000);
  expect(halves[1].size).toBe(100_000);
});
