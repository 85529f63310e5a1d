import { describe, expect, it } from 'vitest';
import { clausesOf } from '../clause/clauses-of.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { renderHtml } from '../render/render-html.ts';
import type { AgreementInput } from '../schema/agreement-document.ts';
import { clauseInWords } from './clause-in-words.ts';
import { ownMetricInWords } from './clauses/own-metric-words.ts';
import { whereInWords } from './where-in-words.ts';

type Metrics = NonNullable<AgreementInput['metrics']>;

function agreementWith(metrics: Metrics, more: Partial<AgreementInput> = {}) {
  return normaliseAgreement({ teams: { sales: {} }, readiness: { raw: {} }, sla: {}, reasons: {}, metrics, ...more });
}

function said(metrics: Metrics, address: string, more: Partial<AgreementInput> = {}): string {
  const agreement = agreementWith(metrics, more);
  const clause = clausesOf(agreement).find((one) => one.address === address);
  if (clause === undefined) throw new Error(`There is no clause at ${address}.`);
  return clauseInWords(agreement, clause);
}

describe('a metric of the agreement’s own in words', () => {
  it.each<readonly [Metrics[string], string]>([
    [{ count: { stage: 'mql' } }, '“our one” is the number of leads that became an MQL.'],
    [
      { rate: { from: 'mql', to: 'sal' } },
      '“our one” is, of the leads that became an MQL, the share that were accepted by sales (SAL).',
    ],
    [
      { rate: { from: 'handed_off', to: 'won', within: '14d' }, where: { 'source.campaign': 'demo' } },
      '“our one” is, of the leads that were handed off, the share that were won within 14 days, counted only where the campaign is “demo”.',
    ],
    [
      { time: { from: 'sal', to: 'won' } },
      '“our one” is the median of the days from being accepted by sales (SAL) to being won.',
    ],
    [
      { time: { from: 'captured', to: 'mql', quantile: 0.9 } },
      '“our one” is the 90 % quantile of the days from capture to becoming an MQL.',
    ],
    [
      { of: 'bookings', where: { 'source.channel': ['partner', 'reseller', null], grade: 'A' } },
      '“our one” is bookings, counted only where the channel is “partner”, “reseller” or missing and the grade is “A”.',
    ],
    [{ over: 'spend', per: 'sales_qualified' }, '“our one” is spend divided by sales-qualified leads.'],
    [{ sum: ['open_pipeline', 'bookings', '-spend'] }, '“our one” is open pipeline plus bookings less spend.'],
    [
      { of: 'won', means: 'Ours.', label: 'The one', owner: 'sales', better: 'up' },
      '“our one” is won leads. Over a number it is called “The one”. Sales answers for it. More of it is better. “Ours.”',
    ],
    [
      { of: 'won', owner: 'both', better: 'neutral' },
      '“our one” is won leads. Both teams answer for it. Neither more nor less of it is better.',
    ],
  ])('%j', (metric, sentence) => {
    expect(said({ our_one: metric }, 'metrics.our_one')).toBe(sentence);
  });

  it('gives the formula alone for a number that is explained', () => {
    const agreement = agreementWith({ fast: { rate: { from: 'mql', to: 'sal' } } });
    expect(ownMetricInWords(agreement, 'fast')).toBe(
      'Of the leads that became an MQL, the share that were accepted by sales (SAL).',
    );
    expect(ownMetricInWords(agreement, 'won')).toBe('');
    expect(whereInWords({ segment: [null] })).toBe('counted only where the segment is missing');
    expect(whereInWords({})).toBe('');
  });

  it('tells the unit of what is wanted of it, and links to its clause', () => {
    const metrics: Metrics = { fast: { rate: { from: 'mql', to: 'sal' } }, deal: { over: 'bookings', per: 'won' } };
    const goal = { per: 'month', teams: ['sales'] } as const;
    const goals: AgreementInput['goals'] = [
      { metric: 'fast', target: 0.4, ...goal },
      { metric: 'deal', target: 900, ...goal },
    ];
    expect(said(metrics, 'goals.fast', { goals })).toBe('Sales wants a fast of 40 % each month.');
    expect(said(metrics, 'goals.deal', { goals })).toBe('Sales wants deal of €900 each month.');
    const sla: AgreementInput['sla'] = { soon: { of: 'sales', metric: 'fast', atLeast: 0.5 } };
    expect(said(metrics, 'sla.soon', { sla })).toBe('Sales keeps the fast at 50 % or more each month.');
    const html = renderHtml(agreementWith(metrics, { goals }));
    expect(html).toContain('href="#metrics.fast"');
    expect(html).toContain('id="metrics.fast"');
  });
});
