import { defaultAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { dealContext } from '../deal/deal-context.ts';
import { dealFields } from '../deal/deal-fields.ts';
import { dealRules } from '../deal/deal-rules.ts';
import { unsaidDeal } from '../deal/deal-state.ts';
import { agreementWith, rulesOf } from '../deal/fixtures/story.ts';
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

  it('names the clauses on opportunities that ask for what is kept of leads alone', () => {
    const deal = { of: 'sales', grain: 'opportunity', from: 'opportunity.opened', kept: 'opportunity.moved' } as const;
    const within = '10d';
    expect(
      told({
        segments: [{ id: 'large', when: { field: 'company.employees', atLeast: 200 } }],
        sla: {
          size: {
            ...deal,
            within,
            applies: { any: [{ field: 'company.employees', atLeast: 200 }, { segment: 'large' }] },
          },
          warmth: { ...deal, within, applies: { not: { engagement: { atLeast: 10 } } } },
          known: { ...deal, within, applies: { field: 'opportunity.amount', atLeast: 1 } },
          lead: { ...timed, within, applies: { field: 'company.employees', atLeast: 200 } },
        },
        overrides: { large: { sla: { known: { applies: { field: 'company.employees' } } } } },
      }),
    ).toEqual([
      ['overrides.large.sla.known', 'not-known-of-deals'],
      ['sla.size', 'not-known-of-deals'],
      ['sla.warmth', 'not-known-of-deals'],
    ]);
  });

  it('knows of a deal what a clause on it is asked by', () => {
    const rules = dealRules(rulesOf(agreementWith({})), { atMs: 0, segment: null });
    const { fields } = dealContext(null, { state: unsaidDeal, atMs: 0, isOpen: true }, rules);
    expect(new Set(Object.keys(fields ?? {}))).toEqual(dealFields);
  });

  it('has nothing to say of an agreement that is carried out, nor of a list that nobody asks for', () => {
    expect(unheededClauses(defaultAgreement)).toEqual([]);
    expect(told({ lists: { named: { file: 'named.csv', key: 'company.domain' } } })).toEqual([]);
  });
});
