import { builtinLists } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { agreementRuling } from './agreement-ruling.ts';

describe('agreementRuling', () => {
  const product = 'lead.product';
  const ruling = (lists: Parameters<typeof agreementWith>[0]) =>
    agreementRuling(
      agreementWith({
        ...lists,
        segments: [
          {
            id: 'free',
            when: {
              any: [
                { field: product, inList: 'freemail' },
                { field: product, is: 'a' },
              ],
            },
          },
        ],
        exclusions: [{ id: 'not_free', when: { not: { all: [{ field: product, inList: 'freemail' }] } } }],
      }),
    );

  it('has the entries of lists that come with Sameteam', () => {
    const entries = { field: product, in: builtinLists.freemail };
    expect(ruling({ lists: { freemail: 'builtin' } })).toEqual({
      segments: [{ id: 'free', when: { any: [entries, { field: product, is: 'a' }] } }],
      exclusions: [{ id: 'not_free', when: { not: { all: [entries] } } }],
    });
  });

  it.each([
    ['kept in a file', { lists: { freemail: { file: 'own.csv', key: product } } }],
    ['that nobody declares', {}],
  ] as const)('leaves lists %s as they are', (_, lists) => {
    expect(ruling(lists).exclusions).toEqual([
      { id: 'not_free', when: { not: { all: [{ field: product, inList: 'freemail' }] } } },
    ]);
  });

  it('is empty for an agreement that rules nothing', () => {
    expect(agreementRuling(agreementWith())).toEqual({ segments: [], exclusions: [] });
  });
});
