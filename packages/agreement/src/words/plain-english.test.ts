import { describe, expect, it } from 'vitest';
import { clausesOf } from '../clause/clauses-of.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';
import { clauseInWords } from './clause-in-words.ts';
import { doingPhrase } from './doing-in-words.ts';
import { phraseText } from './phrase.ts';

const base = {
  teams: { marketing: {}, sales: {}, partner_managers: { partOf: 'sales' } },
  readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} },
  reasons: {},
  sla: {},
} satisfies AgreementInput;

type Said = Partial<AgreementInput>;

function sayAt(document: Said, address: string): string {
  const agreement = normaliseAgreement({ ...base, ...document });
  const clause = clausesOf(agreement).find((entry) => entry.address === address);
  if (clause === undefined) throw new Error(`There is no clause at ${address}.`);
  return clauseInWords(agreement, clause);
}

describe('points', () => {
  it.each([
    [{ points: -40, cap: -40 }, 'Each “a_b” takes 40 points, never more than 40 in all.'],
    [{ points: -1 }, 'Each “a_b” takes 1 point.'],
    [{ points: 15, cap: 30 }, 'Each “a_b” brings 15 points, at most 30 in all.'],
  ])('%j', (rule, sentence) => {
    const engagement: Said['engagement'] = { owner: 'marketing', rules: [{ id: 'x', activity: 'a_b', ...rule }] };
    expect(sayAt({ engagement }, 'engagement.rules.x')).toBe(sentence);
  });

  it('says what a rule of the profile takes', () => {
    const profile: Said['profile'] = {
      owner: 'sales',
      grades: { A: 1 },
      rules: [{ id: 'x', when: { company: ['customer'] }, points: -5 }],
    };
    expect(sayAt({ profile }, 'profile.rules.x')).toBe('A lead loses 5 points when its company is a customer.');
  });
});

describe('what the first match leaves', () => {
  const dach = { id: 'dach', when: { field: 'contact.country', is: 'DE' }, team: 'sales' } as const;
  const rest = { id: 'emea', when: {}, team: 'partner_managers' } as const;

  it('is every other lead after others, and every lead alone', () => {
    expect(sayAt({ territories: [dach, rest] }, 'territories.emea')).toBe(
      'Every other lead belongs to the territory EMEA. It is the territory of partner managers.',
    );
    expect(sayAt({ territories: [rest] }, 'territories.emea')).toContain('Every lead belongs to the territory EMEA.');
    expect(sayAt({ territories: [rest, dach] }, 'territories.dach')).toContain(
      'None is left for it, since another one before it takes every lead.',
    );
  });

  it('follows the order of readiness', () => {
    const readiness = { hot: base.readiness.hot, cool: {}, raw: {} };
    expect(sayAt({ readiness }, 'readiness.cool')).toBe('Every lead that is not hot is cool.');
    expect(sayAt({ readiness }, 'readiness.raw')).toBe(
      'Every other lead is raw. None is left for it, since every other lead is cool before.',
    );
    expect(sayAt({ readiness: { raw: {} } }, 'order.readiness')).toBe('The only readiness is raw.');
  });

  it('follows the order that holds for a segment', () => {
    const document: Said = {
      segments: [{ id: 'partner', when: { field: 'source.channel', is: 'partner' } }],
      overrides: { partner: { readiness: { cool: {} }, order: { readiness: ['hot', 'cool', 'raw'] } } },
    };
    expect(sayAt(document, 'overrides.partner.readiness.cool')).toBe(
      'For leads of the segment partner, this holds: Every lead that is not hot is cool.',
    );
    expect(sayAt(document, 'overrides.partner.order.readiness')).toBe(
      'For leads of the segment partner, this holds: The first readiness that matches holds: hot, cool and raw, in this order.',
    );
  });
});

describe('who gets a lead', () => {
  const handOff = { from: 'marketing', to: 'sales', when: { readiness: 'hot' } } as const;

  it.each([
    [
      { territory: 'even' },
      'Each goes to the team of its territory, to its people in turn; a lead of no territory is assigned to nobody.',
    ],
    [
      { territory: 'weighted', otherwise: { rotate: 'even' } },
      'Each goes to the team of its territory, to its people in turn by capacity; a lead of no territory goes to the people of sales in turn.',
    ],
    [
      { owner: 'account' },
      'Each goes to the owner of its company; a lead whose company has none is assigned to nobody.',
    ],
  ] as const)('%j', (assign, sentence) => {
    const territories: Said['territories'] = [
      { id: 'dach', when: { field: 'contact.country', is: 'DE' }, team: 'sales' },
    ];
    expect(sayAt({ territories, handOffs: { to_sales: { ...handOff, assign } } }, 'handOffs.to_sales')).toContain(
      sentence,
    );
  });

  it('names nobody where each lead has a territory', () => {
    const territories = [{ id: 'world', when: {}, team: 'sales' }];
    const handOffs = { to_sales: { ...handOff, assign: { territory: 'even' as const } } };
    expect(sayAt({ territories, handOffs }, 'handOffs.to_sales')).toMatch(/to its people in turn\.$/);
  });

  it('says one hand-off without an order, and a team with a plural name as a team', () => {
    const handOffs = { back: { ...handOff, from: 'partner_managers' } };
    expect(sayAt({ handOffs }, 'order.handOffs')).toBe('The only hand-off is “back”.');
    expect(sayAt({ handOffs }, 'handOffs.back')).toContain('The partner managers team passes each hot lead to sales.');
    expect(sayAt({}, 'teams.partner_managers')).toContain('The partner managers team is part of sales.');
    expect(sayAt({}, 'teams.sales')).toContain('Sales is a team of its own.');
  });
});

describe('what somebody does', () => {
  it.each([
    [['lead.accepted', 'lead.rejected', 'lead.recycled'], 'lead', 'accepts, rejects or recycles each lead'],
    [
      ['opportunity.opened', 'lead.recycled', 'lead.disqualified'],
      'lead',
      'opens an opportunity for each lead, recycles or disqualifies it',
    ],
    [['lead.recycled', 'opportunity.opened'], 'lead', 'recycles each lead or opens an opportunity for it'],
    [
      ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
      'opportunity',
      'moves each opportunity to another stage, wins or loses it',
    ],
    [['lead.accepted', 'opportunity.won'], 'lead', 'accepts each lead or wins its opportunity'],
    [['opportunity.won'], 'lead', 'wins the opportunity of each lead'],
    [['lead.replied'], 'lead', 'sees to the reply for each lead'],
  ] as const)('%j for each %s', (events, about, words) => {
    expect(phraseText(doingPhrase(events, about, [`each ${about}`]))).toBe(words);
  });
});

describe('what pays and what is wanted', () => {
  it('tells what a bonus depends on', () => {
    const compensation: Said['compensation'] = {
      sales: [
        { metric: 'bookings', share: 0.8 },
        { metric: 'mql_to_won_rate', share: 0.1 },
      ],
    };
    expect(sayAt({ compensation }, 'compensation.sales')).toBe(
      '80 % of the bonus of sales depends on bookings and 10 % on the MQL to won rate.',
    );
  });

  it('tells one goal from several', () => {
    const goal: NonNullable<Said['goals']>[number] = {
      metric: 'mql_to_won_rate',
      per: 'quarter',
      target: 0.08,
      teams: ['marketing', 'sales'],
    };
    expect(sayAt({ goals: [goal] }, 'goals')).toBe('The only goal is “MQL to won rate”.');
    expect(sayAt({ goals: [goal] }, 'goals.mql_to_won_rate')).toBe(
      'Marketing and sales together want an MQL to won rate of 8 % each quarter.',
    );
  });
});
