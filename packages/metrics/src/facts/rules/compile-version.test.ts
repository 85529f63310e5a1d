import { describe, expect, it } from 'vitest';
import { agreementWith, rulesOf } from '../deal/fixtures/story.ts';

const ruled = (given: Parameters<typeof agreementWith>[0]) => rulesOf(agreementWith(given)).versionAt(0).rules;

describe('compileVersion', () => {
  const rules = ruled({
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
  });

  it.each<readonly [Readonly<Record<string, string>>, string | null, string | null]>([
    [{ 'source.channel': 'partner', 'source.motion': 'outbound' }, 'partner', null],
    [{ 'source.channel': 'email', 'source.motion': 'outbound' }, 'outbound', null],
    [{ 'source.channel': 'email' }, 'rest', null],
    [{ 'source.channel': 'Partner' }, 'rest', null],
    [{}, null, null],
    [{ 'source.channel': 'rival' }, 'partner', 'rivals'],
    [{ 'lead.product': 'test' }, null, 'tests'],
    [{ 'source.channel': 'rival', 'lead.product': 'test' }, 'partner', 'rivals'],
    [{ 'lead.product': 'test', 'source.motion': 'inbound' }, null, null],
  ])(
    'sorts %j into the first segment that matches: %s; taken out by the first exclusion: %s',
    (fields, segment, out) => {
      expect([rules.segmentOf({ fields }), rules.exclusionOf({ fields })]).toEqual([segment, out]);
      expect([rules.hasSegments, rules.hasExclusions]).toEqual([true, true]);
    },
  );

  it('knows the lists that come with Sameteam', () => {
    const ofList = ruled({
      lists: { freemail: 'builtin' },
      segments: [{ id: 'free', when: { field: 'source.campaign', inList: 'freemail' } }],
    });
    const { lists } = ofList.forSegment(null);
    expect(ofList.segmentOf({ lists, fields: { 'source.campaign': 'gmail.com' } })).toBe('free');
    expect(ofList.segmentOf({ lists, fields: { 'source.campaign': 'acme.example' } })).toBeNull();
  });

  it('sorts nobody where the agreement says nothing', () => {
    const nothing = ruled({});
    expect([nothing.hasSegments, nothing.hasExclusions]).toEqual([false, false]);
    const fields = { 'source.channel': 'partner' };
    expect([nothing.segmentOf({ fields }), nothing.exclusionOf({ fields })]).toEqual([null, null]);
  });
});
