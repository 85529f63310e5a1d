import { describe, expect, it } from 'vitest';
import { IdentityIndex } from './identity-index.ts';

describe('IdentityIndex', () => {
  it('finds the latest event of a source and id', () => {
    const index = new IdentityIndex();
    index.set('crm', '1', 7);
    index.set('csv', '1', 8);
    index.set('crm', '1', 9);
    expect([index.get('crm', '1'), index.get('csv', '1'), index.get('crm', '2'), index.get('web', '1')]).toEqual([
      9,
      8,
      undefined,
      undefined,
    ]);
  });

  it('takes names that objects inherit for what they are', () => {
    const index = new IdentityIndex();
    expect(index.get('__proto__', 'constructor')).toBeUndefined();
    index.set('__proto__', 'constructor', 1);
    expect(index.get('__proto__', 'constructor')).toBe(1);
  });
});
