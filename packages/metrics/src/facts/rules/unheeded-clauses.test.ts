import { defaultAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../deal/fixtures/story.ts';
import { unheededClauses } from './unheeded-clauses.ts';

const told = (more: Parameters<typeof agreementWith>[0]) =>
  unheededClauses(agreementWith(more)).map(({ clause, code }) => [clause, code]);
const timed = { of: 'sales', from: 'lead.assigned', kept: { attempt: {} } } as const;

describe('unheededClauses', () => {
  it('names the clauses that ask for a list in a file, once each; those that come with Sameteam are known', () => {
    expect(
      told({
        lists: { named: { file: 'named.csv', key: 'company.domain' }, freemail: 'builtin' },
        exclusions: [
          { id: 'private', when: { field: 'company.domain', inList: 'freemail' } },
          {
            id: 'rival',
            when: {
              any: [
                { field: 'company.domain', inList: 'named' },
                { not: { field: 'company.domain', inList: 'named' } },
              ],
            },
          },
        ],
      }),
    ).toEqual([['exclusions.rival', 'list-not-known']]);
  });

  it('names the clauses that count in the zone of the lead, in segments too', () => {
    expect(
      told({
        segments: [{ id: 'partner', when: { field: 'source.channel', is: 'partner' } }],
        sla: { first: { ...timed, within: { time: '1wh', calendar: 'lead' } }, second: { ...timed, within: '1wh' } },
        overrides: { partner: { sla: { second: { within: { time: '2wh', calendar: 'lead' } } } } },
      }),
    ).toEqual([
      ['overrides.partner.sla.second', 'zone-of-lead-not-known'],
      ['sla.first', 'zone-of-lead-not-known'],
    ]);
  });

  it('has nothing to say of an agreement that is carried out, nor of a list that nobody asks for', () => {
    expect(unheededClauses(defaultAgreement)).toEqual([]);
    expect(told({ lists: { named: { file: 'named.csv', key: 'company.domain' } } })).toEqual([]);
  });
});
