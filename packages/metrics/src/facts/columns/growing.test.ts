import { describe, expect, it } from 'vitest';
import { growingFloat64, growingInt32, growingUint8 } from './growing.ts';

describe('Growing', () => {
  it('keeps what was pushed beyond its first size', () => {
    const values = growingFloat64();
    for (let value = 0; value < 5000; value++) values.push(value / 2);
    expect(values.length).toBe(5000);
    expect(values.view()).toHaveLength(5000);
    expect([values.view()[0], values.view()[1023], values.view()[1024], values.view()[4999]]).toEqual([
      0, 511.5, 512, 2499.5,
    ]);
  });

  it('forgets what is truncated', () => {
    const values = growingInt32();
    for (const value of [1, 2, 3]) values.push(value);
    values.truncate(1);
    values.push(9);
    expect([...values.view()]).toEqual([1, 9]);
  });

  it('sets a value that is there already', () => {
    const values = growingUint8();
    for (const value of [1, 2, 3]) values.push(value);
    values.set(1, 7);
    expect([...values.view()]).toEqual([1, 7, 3]);
  });

  it('starts empty', () => {
    expect(growingUint8().view()).toHaveLength(0);
  });
});
