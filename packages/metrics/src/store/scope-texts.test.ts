import { describe, expect, it } from 'vitest';
import { scopeTexts } from './scope-texts.ts';

describe('scopeTexts', () => {
  it('are those of filters, of the rows that are seen, and of further tests; the missing one is none', () => {
    const scope = {
      grain: 'leads',
      anchor: 'at_captured',
      firstDay: null,
      lastDay: null,
      filters: [{ column: 'channel', values: ['email', null], negate: true }],
      where: [[{ kind: 'oneOf', column: 'state', values: ['open'], is: true }]],
    } as const;
    const further = [
      [{ kind: 'has', column: 'at_won', is: true }],
      [{ kind: 'oneOf', column: 'owner_at_now', values: [null, 'sue'], is: false }],
    ] as const;
    expect(scopeTexts(scope, further)).toEqual([
      ['channel', 'email'],
      ['state', 'open'],
      ['owner_at_now', 'sue'],
    ]);
  });
});
