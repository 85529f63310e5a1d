import { describe, expect, it } from 'vitest';
import { memoList, once } from './memo-list.ts';

describe('memoList', () => {
  it('makes each value once, when it is first asked for', () => {
    const made: number[] = [];
    const list = memoList(3, (index) => {
      made.push(index);
      return { index };
    });
    expect(made).toEqual([]);
    expect(list(2)).toBe(list(2));
    expect(list(0)).toEqual({ index: 0 });
    expect(made).toEqual([2, 0]);
  });
});

describe('once', () => {
  it('makes its value once, when it is first asked for', () => {
    let made = 0;
    const value = once(() => ({ number: ++made }));
    expect(made).toBe(0);
    expect(value()).toBe(value());
    expect(made).toBe(1);
  });
});
