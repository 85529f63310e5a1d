import { expect, test } from 'vitest';
import { seeded } from '../../../test/support/seeded.ts';
import { IdentityMemory } from './identity-memory.ts';

test('knows the same content from another one, and where it came first', () => {
  const memory = new IdentityMemory();
  expect(memory.meet(1, 2, 0x12345000, 7)).toBeNull();
  expect(memory.meet(1, 2, 0x12345000, 8)).toEqual({ content: 'same', place: 7 });
  expect(memory.meet(1, 2, 0x12346000, 9)).toEqual({ content: 'other', place: 7 });
  expect(memory.meet(-1, -2, 0x12345000, 10)).toBeNull();
  expect(memory.meet(-1, -2, 0x12345000, 11)).toEqual({ content: 'same', place: 10 });
});

test('finds each of many again, over all its segments', () => {
  const memory = new IdentityMemory();
  const random = seeded(1);
  const bits = () => (random() * 2 ** 32) | 0;
  const met = Array.from({ length: 200_000 }, () => [bits(), bits(), bits()] as const);
  for (const [place, [high, low, content]] of met.entries())
    expect(memory.meet(high, low, content, place + 1)).toBeNull();
  let wrong = 0;
  for (const [place, [high, low, content]] of met.entries()) {
    const known = memory.meet(high, low, content, 1);
    if (known?.content !== 'same' || known.place !== place + 1) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(memory.forgotten).toBe(0);
});

test('forgets the oldest first beyond its memory, and says how many', () => {
  const memory = new IdentityMemory({ most: 20_000 });
  const random = seeded(2);
  const met = Array.from({ length: 60_000 }, () => [(random() * 2 ** 32) | 0, (random() * 2 ** 32) | 0] as const);
  for (const [place, [high, low]] of met.entries()) memory.meet(high, low, 0, place + 1);
  const { forgotten } = memory;
  expect(forgotten).toBeGreaterThanOrEqual(40_000);
  expect(forgotten).toBeLessThan(60_000);
  const [high, low] = met[forgotten] as readonly [number, number];
  expect(memory.meet(high, low, 0, 1)).toEqual({ content: 'same', place: forgotten + 1 });
  const [oldHigh, oldLow] = met[forgotten - 1] as readonly [number, number];
  expect(memory.meet(oldHigh, oldLow, 0, 1)).toBeNull();
});
