import { expect, it } from 'vitest';
import { Random } from '../random/random.ts';
import { dayText, instantWriter } from './instant-text.ts';

it('writes instants as the platform does, without milliseconds', () => {
  const write = instantWriter();
  const random = new Random(2);
  for (let n = 0; n < 2000; n++) {
    const timeMs = random.below(4_000_000_000) * 1000;
    expect(write(timeMs)).toBe(new Date(timeMs).toISOString().replace('.000', ''));
  }
  expect(dayText(20_000)).toBe('2024-10-04');
});
