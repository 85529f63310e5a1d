import type { IngestAnswer, LeadAnswer } from '@sameteam/api/client';
import { describe, expect, it } from 'vitest';
import { readArrivals } from './read-arrivals.ts';
import type { TappedExchange } from './tapped-exchange.ts';

const exchange = (changes: Partial<Omit<TappedExchange, 'body'>> & { readonly body: string }): TappedExchange => ({
  ...{
    path: '/v1/events',
    headers: new Headers({ 'content-type': 'application/json' }),
    status: 200,
    answer: undefined,
  },
  ...changes,
  body: new TextEncoder().encode(changes.body),
});

function answerOf(...verdicts: readonly IngestAnswer['items'][number]['verdict'][]): IngestAnswer {
  const items = verdicts.map((verdict, index) => ({
    ...{ index, verdict, source: '/a', id: String(index), subject: 'lead/1' },
    issues: [],
  }));
  return { received: items.length, accepted: 0, duplicates: 0, quarantined: 0, import: null, items };
}

const issue = { code: 'missing', found: 'nothing', expected: 'a time', nearest: null, message: 'It is missing.' };

describe('readArrivals', () => {
  it('puts each verdict beside its item, as it was sent', () => {
    const { arrivals, passedOver } = readArrivals(
      exchange({ body: '[{"type":"lead.captured","x":1},7]', answer: answerOf('accepted', 'quarantined') }),
      { limit: 10 },
    );
    expect(passedOver).toEqual({ good: 0, bad: 0 });
    expect(arrivals.map(({ verdict, type, received }) => [verdict, type, received])).toEqual([
      ['accepted', 'lead.captured', '{\n  "type": "lead.captured",\n  "x": 1\n}'],
      ['quarantined', null, '7'],
    ]);
  });

  it('writes out no more than are kept, the last ones', () => {
    const verdicts = ['accepted', 'accepted', 'quarantined', 'accepted', 'quarantined'] as const;
    const { arrivals, passedOver } = readArrivals(exchange({ body: '[0,1,2,3,4]', answer: answerOf(...verdicts) }), {
      limit: 1,
    });
    expect(arrivals.map(({ received }) => received)).toEqual(['3', '4']);
    expect(passedOver).toEqual({ good: 2, bad: 1 });
  });

  it('puts an event of binary mode together, and keeps nothing of somebody who was erased', () => {
    const headers = new Headers({ 'content-type': 'application/json', 'ce-id': '1', 'ce-type': 'lead.captured' });
    const [binary] = readArrivals(exchange({ body: '{"product":"x"}', headers, answer: answerOf('accepted') }), {
      limit: 9,
    }).arrivals;
    expect(JSON.parse(binary?.received ?? '')).toEqual({ id: '1', type: 'lead.captured', data: { product: 'x' } });

    const erased = answerOf('quarantined');
    const items = erased.items.map((it) => ({ ...it, issues: [{ ...issue, code: 'erased', pointer: '/subject' }] }));
    const [kept] = readArrivals(exchange({ body: '{"data":"Ann"}', answer: { ...erased, items } }), {
      limit: 9,
    }).arrivals;
    expect(kept?.received).toBe('');
  });

  it('tells flat leads with the pointer of each field', () => {
    const answer: LeadAnswer = {
      ...{ verdict: 'refused', id: '7', lead: null, earlier: null, hints: [], message: 'Refused.' },
      issues: [{ ...issue, field: 'a/b' }],
    };
    const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
    const [lead] = readArrivals(
      exchange({ path: '/v1/leads', body: 'a%2Fb=%3Cb%3E&id=7', headers, status: 422, answer }),
      {
        limit: 9,
      },
    ).arrivals;
    expect(lead).toMatchObject({ kind: 'lead', id: '7', issues: [{ code: 'missing', pointer: '/a~1b' }] });
    expect(lead?.received).toBe('a/b=<b>\nid=7');
  });

  it('tells a request that could not be read as one arrival', () => {
    const answer = { code: 'malformed-json', title: 'Not JSON', status: 400, detail: 'Cannot read the body.' };
    const { arrivals } = readArrivals(exchange({ body: '{"a', status: 400, answer }), { limit: 9 });
    expect(arrivals).toHaveLength(1);
    expect(arrivals[0]).toMatchObject({ kind: 'request', verdict: 'refused', received: '{"a' });
    expect(arrivals[0]?.issues).toMatchObject([{ code: 'malformed-json', message: 'Cannot read the body.' }]);
    const [failed] = readArrivals(exchange({ body: 'x', status: 500 }), { limit: 9 }).arrivals;
    expect(failed?.issues).toMatchObject([{ code: 'internal' }]);
  });
});
