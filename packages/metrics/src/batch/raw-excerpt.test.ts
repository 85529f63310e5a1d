import { describe, expect, it } from 'vitest';
import { rawExcerpt } from './raw-excerpt.ts';

describe('rawExcerpt', () => {
  it('keeps a short row as it is', () => {
    expect(rawExcerpt('ann;"x\n😀"')).toBe('ann;"x\n😀"');
  });

  it('keeps the first 10,000 characters of a long one', () => {
    expect(rawExcerpt('x'.repeat(20_000))).toBe('x'.repeat(10_000));
  });

  it('leaves no half of a pair behind, and no NUL', () => {
    expect(rawExcerpt(`${'x'.repeat(9_999)}😀`)).toMatch(/^x{9999}\ufffd?$/);
    expect(rawExcerpt('a\uD83Db')).not.toMatch(/[\uD800-\uDFFF]/);
    expect(rawExcerpt('a\0b')).not.toContain('\0');
  });
});
