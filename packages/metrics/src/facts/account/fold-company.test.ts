import { describe, expect, it } from 'vitest';
import { agreementWith, at, euros, leadOf, rowOf, rulesOf, said } from '../deal/fixtures/story.ts';
import { type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import type { CompanyStory, FoldedOpportunity, Payload } from '../story/story.ts';
import { foldCompany } from './fold-company.ts';

const rules = rulesOf(
  agreementWith({ qualified: { when: {}, by: 'marketing', companies: { contacts: 2, within: '30d' } } }),
);
const fold = (story: Partial<CompanyStory>) =>
  foldCompany({ company: 'company/a', events: [], leads: [], opportunities: [], ...story }, rules);
const changed = (time: string, payload: Payload) => said('customer.changed', time, payload, 'company/a');
const deal = (values: Partial<FactRowOf<'opportunities'>>): FoldedOpportunity => ({
  opportunity: rowOf('opportunities', { opportunity: 'opportunity/o', ...values }),
  spans: [],
  entries: [],
});

const first = leadOf(
  {
    lead: 'lead/first',
    contact: 'contact/1',
    segment: 'partner',
    channel: 'partner',
    at_captured: at('2026-01-01'),
    at_mql: at('2026-01-10'),
    company_size_at_captured: '10-49',
    owner_at_captured: 'ann',
    owner_at_won: 'ben',
    at_won: at('2026-03-01'),
  },
  {},
);
const second = leadOf({
  lead: 'lead/second',
  contact: 'contact/2',
  channel: 'email',
  at_captured: at('2026-01-05'),
  at_mql: at('2026-01-08'),
  at_opportunity: at('2026-02-01'),
});

describe('foldCompany', () => {
  it('stands where its first lead does, and takes the earliest of each stage', () => {
    const { company, changes } = fold({
      leads: [second, first],
      opportunities: [deal({ at_opportunity: at('2026-02-03') })],
    });
    expect(Object.keys(company).sort()).toEqual(Object.keys(factSchema.companies).sort());
    expect(company).toMatchObject({
      company: 'company/a',
      excluded: null,
      segment: 'partner',
      channel: 'partner',
      at_captured: at('2026-01-01'),
      at_mql: at('2026-01-08'),
      at_mqa: at('2026-01-10'),
      at_opportunity: at('2026-02-01'),
      at_customer: at('2026-03-01'),
      at_churned: null,
      leads: 2,
      opportunities: 1,
      company_size: '10-49',
      owner: 'ann',
    });
    expect(changes).toEqual([]);
  });

  it('leaves out what an exclusion takes out, and is taken out with its last lead', () => {
    const test = leadOf({
      lead: 'lead/test',
      excluded: 'trial',
      at_captured: at('2025-01-01'),
      at_mql: at('2025-01-02'),
    });
    const excluded = deal({ excluded: 'trial', at_won: at('2025-02-01') });
    const won = deal({ at_won: at('2026-04-01') });
    expect(fold({ leads: [test, second], opportunities: [excluded, won] }).company).toMatchObject({
      excluded: null,
      at_captured: at('2026-01-05'),
      at_customer: at('2026-04-01'),
      leads: 1,
      opportunities: 1,
    });
    expect(fold({ leads: [test] }).company).toMatchObject({
      excluded: 'trial',
      leads: 1,
      at_captured: at('2025-01-01'),
    });
  });

  it('has a row for each change, one for the first win, and one for each further win that no change tells of', () => {
    const { changes } = fold({
      leads: [first],
      opportunities: [
        deal({ opportunity: 'opportunity/z', at_won: at('2026-03-01'), amount: 7, currency: 'EUR' }),
        deal({ opportunity: 'opportunity/b', at_won: at('2026-03-01'), amount: 5, currency: 'USD' }),
        deal({ opportunity: 'opportunity/a', at_won: at('2026-03-02'), amount: 9, currency: 'EUR' }),
        deal({ opportunity: 'opportunity/c', at_opportunity: at('2026-01-02') }),
      ],
      events: [
        changed('2026-02-01', { kind: 'renewal' }),
        changed('2026-05-01', { kind: 'upsell', delta: euros(3), product: 'seats', reason: 'growth' }),
      ],
    });
    for (const row of changes) expect(Object.keys(row).sort()).toEqual(Object.keys(factSchema.changes).sort());
    expect(changes).toMatchObject([
      { kind: 'new', at_changed: at('2026-03-01'), amount: 5, currency: 'USD', owner: 'ben', lead: 'lead/first' },
      { kind: 'renewal', at_changed: at('2026-02-01'), amount: null, currency: null, owner: null, version: '1' },
      {
        kind: 'upsell',
        amount: 300,
        currency: 'EUR',
        changed_product: 'seats',
        change_reason: 'growth',
        channel: 'partner',
        company: 'company/a',
        segment: 'partner',
      },
      { kind: 'upsell', at_changed: at('2026-03-01'), amount: 7, currency: 'EUR', change_reason: null },
      { kind: 'upsell', at_changed: at('2026-03-02'), amount: 9, currency: 'EUR' },
    ]);
    const told = fold({
      opportunities: [
        deal({ opportunity: 'opportunity/a', at_won: at('2026-03-01') }),
        deal({ opportunity: 'opportunity/b', at_won: at('2026-04-01'), amount: 7, currency: 'EUR' }),
        deal({ opportunity: 'opportunity/c', at_won: at('2026-05-01'), kind: 'renewal', amount: 9, currency: 'EUR' }),
      ],
      events: [changed('2026-04-02', { kind: 'cross_sell', delta: euros(1), opportunity: 'opportunity/b' })],
    });
    expect(told.changes.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['new', null],
      ['cross_sell', 100],
      ['renewal', null],
    ]);
    expect(fold({ opportunities: [deal({ at_won: at('2026-03-01') })] }).changes).toMatchObject([
      { kind: 'new', amount: null, currency: null, lead: null, version: '1', channel: null },
    ]);
  });

  it('is churned until it does something else, or buys again', () => {
    const churn = changed('2026-05-01', { kind: 'churn' });
    const churned = (story: Partial<CompanyStory>) => fold(story).company.at_churned;
    expect(churned({ events: [churn] })).toBe(at('2026-05-01'));
    expect(churned({ events: [churn, changed('2026-06-01', { kind: 'churn' })] })).toBe(at('2026-05-01'));
    expect(churned({ events: [churn, changed('2026-06-01', { kind: 'renewal' })] })).toBeNull();
    expect(churned({ events: [churn], opportunities: [deal({ at_won: at('2026-07-01') })] })).toBeNull();
    expect(churned({ events: [churn], opportunities: [deal({ at_won: at('2026-04-01') })] })).toBe(at('2026-05-01'));
  });

  it('knows the end of the term that was said last', () => {
    const events = [
      changed('2026-01-01', { termEnd: '2026-12-31' }),
      changed('2026-02-01', { termEnd: '2027-12-31' }),
      changed('2026-03-01', {}),
    ];
    expect(fold({ events }).company.term_end_day).toBe(at('2027-12-31') / 86_400_000);
    expect(fold({ events: [...events, changed('2026-04-01', { termEnd: null })] }).company.term_end_day).toBeNull();
  });

  it('is what its own events say where it has no lead', () => {
    const events = [
      said('company.updated', '2026-01-01', { employees: 60, industry: 'software', country: 'DE' }, 'company/a'),
      said('company.updated', '2026-01-02', { industry: null }, 'company/a'),
    ];
    expect(fold({ events }).company).toMatchObject({
      company_size: '50-249',
      industry: null,
      country: 'DE',
      at_captured: null,
      leads: 0,
      channel: null,
    });
  });

  it('folds a company of 10,000 leads quickly', () => {
    const leads = Array.from({ length: 10_000 }, (_, n) =>
      leadOf({ lead: `lead/${n}`, at_captured: n, at_mql: n * 86_400_000 }),
    );
    const started = performance.now();
    expect(fold({ leads }).company.leads).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
