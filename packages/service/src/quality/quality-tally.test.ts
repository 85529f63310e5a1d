import { qualityReportSchema } from '@sameteam/api';
import { describe, expect, it } from 'vitest';
import { createQualityTally } from './quality-tally.ts';
import type { TalliedItem } from './source-tally.ts';

const receivedMs = Date.UTC(2026, 9, 1, 12);
const hourBefore = '2026-10-01T11:00:00Z';

function item({
  data = {},
  ...more
}: Partial<TalliedItem> & { readonly data?: object; readonly type?: string }): TalliedItem {
  const event = { type: 'lead.captured', time: hourBefore, data };
  return { source: '/form', event, issues: [], verdict: 'accepted', receivedMs, ...more };
}

const required = ['source.channel', 'contact.email', 'lead.product', 'lead.attributes.plan', 'lead.owner'];

describe('createQualityTally', () => {
  it('has nothing to tell of nothing', () => {
    expect(createQualityTally({ required }).report()).toEqual({ sources: [] });
  });

  it('counts items by verdict, and codes by the items that have them', () => {
    const tally = createQualityTally({ required: [] });
    tally.add(item({}));
    tally.add(item({ verdict: 'duplicate' }));
    const issues = [{ code: 'missing' }, { code: 'missing' }, { code: 'wrong-type' }];
    tally.add(item({ verdict: 'quarantined', issues }));
    tally.add(item({ verdict: 'quarantined', issues: [{ code: 'wrong-type' }] }));
    const [form] = tally.report().sources;
    expect(form).toMatchObject({ received: 4, accepted: 1, duplicates: 1, quarantined: 2, leads: 1 });
    expect(form?.codes).toEqual([
      { code: 'wrong-type', count: 2 },
      { code: 'missing', count: 1 },
    ]);
  });

  it('tells how complete captured leads are, of the fields that they can say', () => {
    const tally = createQualityTally({ required });
    tally.add(
      item({ data: { source: { channel: 'email' }, contact: { email: 'a@b.example' }, attributes: { plan: 0 } } }),
    );
    tally.add(item({ data: { source: { channel: null }, product: 'suite' } }));
    tally.add(item({ data: { source: { channel: 'email' } } }));
    tally.add(item({ data: { source: { channel: 'email' } }, verdict: 'duplicate' }));
    tally.add(item({ event: { type: 'lead.accepted', time: hourBefore, data: {} } }));
    const third = 1 / 3;
    expect(tally.report().sources[0]?.complete).toEqual([
      { field: 'source.channel', present: 2, of: 3, share: 2 / 3 },
      { field: 'contact.email', present: 1, of: 3, share: third },
      { field: 'lead.product', present: 1, of: 3, share: third },
      { field: 'lead.attributes.plan', present: 1, of: 3, share: third },
    ]);
  });

  it('divides nothing by nothing to null', () => {
    const tally = createQualityTally({ required: ['source.channel'] });
    tally.add(item({ event: null, verdict: 'quarantined', issues: [{ code: 'not-an-event' }] }));
    expect(tally.report().sources[0]).toMatchObject({
      complete: [{ present: 0, of: 0, share: null }],
      emails: { given: 0, invalid: 0, share: null },
      phones: { given: 0, invalid: 0, share: null },
      ageSeconds: null,
    });
  });

  it('counts contacts that nobody can be reached by, in what was refused too', () => {
    const tally = createQualityTally({ required: [] });
    const contact = (fields: object) => ({ contact: fields });
    tally.add(item({ data: contact({ email: 'ann@acme.example', phone: '+49 30 23125042' }) }));
    tally.add(item({ data: contact({ phone: '030 23125042', country: 'DE' }) }));
    tally.add(item({ data: contact({ phone: '030 23125042' }) }));
    tally.add(item({ data: contact({ email: '=cmd()@x' }), verdict: 'quarantined', issues: [{ code: 'formula' }] }));
    tally.add(item({ data: contact({ email: 'ann@acme.example' }), verdict: 'duplicate' }));
    tally.add(item({ event: { type: 'contact.updated', time: hourBefore, data: { email: 'no-at', phone: '+1' } } }));
    tally.add(item({ data: contact({ email: '', phone: null }) }));
    const [form] = tally.report().sources;
    expect(form?.emails).toEqual({ given: 3, invalid: 2, share: 2 / 3 });
    expect(form?.phones).toEqual({ given: 4, invalid: 2, share: 0.5 });
  });

  it('tells how old events were when they came; what is from the future is new', () => {
    const tally = createQualityTally({ required: [], freshSince: Date.UTC(2026, 0, 1) });
    tally.add(item({}));
    tally.add(item({ event: { type: 'lead.accepted', time: '2026-10-01T12:04:00Z', data: {} } }));
    tally.add(item({ event: { type: 'lead.accepted', time: '2020-10-01T12:04:00Z', data: {} } }));
    tally.add(item({ verdict: 'duplicate' }));
    const age = tally.report().sources[0]?.ageSeconds;
    expect(age).toMatchObject({ median: 0, oldest: 3600 });
    expect(Math.abs((age?.p90 as number) - 3600)).toBeLessThanOrEqual(36);
  });

  it('tells 1,000 sources apart, and says what it does not', () => {
    const tally = createQualityTally({ required: [] });
    for (let source = 0; source < 1500; source++) tally.add(item({ source: `/s/${source}` }));
    tally.add(item({ source: '/s/7' }));
    tally.add(item({ source: null, event: 3, verdict: 'quarantined' }));
    const { sources } = tally.report();
    expect(sources).toHaveLength(1002);
    expect(sources.slice(0, 2).map(({ source, kind, received }) => [source, kind, received])).toEqual([
      [null, 'others', 500],
      ['/s/7', 'source', 2],
    ]);
    expect(sources.find(({ kind }) => kind === 'unnamed')).toMatchObject({ source: null, received: 1 });
    expect(qualityReportSchema.parse({ since: hourBefore, sources })).toEqual({ since: hourBefore, sources });
  });

  it.each([
    null,
    3,
    'x',
    [],
    { type: 5 },
    { data: null },
    { data: { contact: 'x' } },
    JSON.parse('{"__proto__":{"data":1}}'),
  ])('reads nothing out of %j', (event) => {
    const tally = createQualityTally({ required });
    tally.add(item({ event, verdict: 'accepted' }));
    expect(tally.report().sources[0]).toMatchObject({ received: 1, leads: 0, emails: { given: 0 }, ageSeconds: null });
  });
});
