import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { captureFields } from './capture-fields.ts';
import { leadRuling } from './lead-ruling.ts';

const values = (given: Readonly<Record<string, string>>) => captureFields.map((field) => given[field] ?? null);

describe('leadRuling', () => {
  const ruling = leadRuling(
    agreementWith({
      exclusions: [
        { id: 'rivals', when: { field: 'source.channel', is: 'rival' } },
        {
          id: 'tests',
          when: {
            all: [
              { field: 'lead.product', is: 'test' },
              { field: 'source.motion', exists: false },
            ],
          },
        },
      ],
      segments: [
        { id: 'partner', when: { field: 'source.channel', in: ['partner', 'rival'] } },
        { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } },
        { id: 'rest', when: { field: 'source.channel', exists: true } },
      ],
    }),
  );

  it.each([
    [{ 'source.channel': 'partner', 'source.motion': 'outbound' }, 'partner', false],
    [{ 'source.channel': 'email', 'source.motion': 'outbound' }, 'outbound', false],
    [{ 'source.channel': 'email' }, 'rest', false],
    [{ 'source.channel': 'Partner' }, 'rest', false],
    [{}, null, false],
    [{ 'source.channel': 'rival' }, 'partner', true],
    [{ 'lead.product': 'test' }, null, true],
    [{ 'lead.product': 'test', 'source.motion': 'inbound' }, null, false],
  ])('sorts %j into %s, excluded: %s', (given, segment, isExcluded) => {
    expect(ruling?.judge(values(given))).toEqual({ segment, isExcluded });
  });

  it('knows the lists that come with Sameteam', () => {
    const ofList = leadRuling(
      agreementWith({
        lists: { freemail: 'builtin' },
        segments: [{ id: 'free', when: { field: 'source.campaign', inList: 'freemail' } }],
      }),
    );
    expect(ofList?.judge(values({ 'source.campaign': 'gmail.com' })).segment).toBe('free');
    expect(ofList?.judge(values({ 'source.campaign': 'acme.example' })).segment).toBeNull();
  });

  it('is none for an agreement without segments and exclusions', () => {
    expect(leadRuling(agreementWith())).toBeNull();
  });
});
