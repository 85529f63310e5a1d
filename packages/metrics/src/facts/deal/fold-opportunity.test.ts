import { describe, expect, it } from 'vitest';
import { factSchema } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { agreementWith, at, euros, leadOf, rulesOf, said, twoVersions } from './fixtures/story.ts';
import { foldOpportunity } from './fold-opportunity.ts';

const stagesOf = (discovery: number) => ({
  new: {
    stages: [
      { id: 'discovery', probability: discovery },
      { id: 'proposal', probability: 0.6 },
    ],
  },
});
const agreement = agreementWith({ pipelines: stagesOf(0.2) });
const rules = rulesOf(agreement, {
  common: { events: [said('roster.changed', '2025-01-01', { team: 'sales' }, 'rep/ann')] },
});
const fold = (events: readonly StoryEvent[], leads: Parameters<typeof foldOpportunity>[0]['leads'] = [], by = rules) =>
  foldOpportunity({ opportunity: 'opportunity/o', events, leads }, by);

const opened = said('opportunity.opened', '2026-01-10', {
  amount: euros(100),
  closeDate: '2026-03-31',
  kind: 'new',
  owner: 'ann',
  pipeline: 'new',
  stage: 'discovery',
  company: 'company/a',
});

describe('foldOpportunity', () => {
  it('has every column of the schema and no other', () => {
    const folded = fold([opened, said('opportunity.won', '2026-02-01')], [leadOf({})]);
    expect(Object.keys(folded.opportunity).sort()).toEqual(Object.keys(factSchema.opportunities).sort());
    for (const span of folded.spans) expect(Object.keys(span).sort()).toEqual(Object.keys(factSchema.spans).sort());
  });

  it('tells an open one without a lead', () => {
    const { opportunity, spans } = fold([
      opened,
      said('opportunity.moved', '2026-01-20', { stage: 'proposal', forecastCategory: 'commit' }),
    ]);
    expect(opportunity).toMatchObject({
      opportunity: 'opportunity/o',
      lead: null,
      company: 'company/a',
      excluded: null,
      channel: null,
      at_opportunity: at('2026-01-10'),
      at_closed: null,
      outcome: null,
      implied: 0,
      stage: 'proposal',
      forecast_category: 'commit',
      amount: 10_000,
      currency: 'EUR',
      probability: 600,
      close_day: at('2026-03-31') / 86_400_000,
      moves: 1,
      at_last_moved: at('2026-01-20'),
      marketing: 'neither',
      revived: 0,
      leads: 0,
      owner_at_opportunity: 'ann',
      team_at_opportunity: 'sales',
      version_at_opportunity: '1',
      readiness_at_opportunity: null,
      cycle_at_now: null,
      owner_at_now: 'ann',
      owner_at_won: null,
      version_at_won: null,
      owner_at_closed: null,
    });
    expect(spans).toMatchObject([
      {
        began: 'opened',
        left: 'changed',
        probability: 200,
        owner: 'ann',
        team: 'sales',
        next_close_day: opportunity.close_day,
      },
      {
        began: 'changed',
        left: null,
        at_left: null,
        probability: 600,
        forecast_category: 'commit',
        next_close_day: null,
      },
    ]);
  });

  it('counts with its first lead, and reads what is known of it at each anchor', () => {
    const first = leadOf(
      {
        lead: 'lead/first',
        company: 'company/other',
        segment: 'partner',
        excluded: 'rival',
        channel: 'partner',
        motion: 'inbound',
        at_captured: at('2026-01-01'),
        at_opportunity: at('2026-01-10'),
        at_won: at('2026-02-01'),
        at_revived: at('2026-01-11'),
        readiness_at_opportunity: 'hot',
        readiness_at_won: 'hotter',
        grade_at_now: 'A',
        owner_at_opportunity: 'nobody of this deal',
      },
      { touches: [{ at_touched: at('2026-01-01'), activity: 'captured', motion: 'inbound' }] },
    );
    const second = leadOf({ lead: 'lead/second', at_revived: at('2026-01-10') });
    const events = [
      opened,
      said('opportunity.won', '2026-02-01', { owner: null, reason: 'best_fit', competitor: 'globex' }),
    ];
    const { opportunity, spans } = fold(events, [first, second]);
    expect(opportunity).toMatchObject({
      lead: 'lead/first',
      company: 'company/a',
      segment: 'partner',
      excluded: 'rival',
      channel: 'partner',
      at_won: at('2026-02-01'),
      at_lost: null,
      at_closed: at('2026-02-01'),
      outcome: 'won',
      competitor: 'globex',
      lost_reason: null,
      probability: 1000,
      marketing: 'sourced',
      revived: 1,
      leads: 2,
      readiness_at_opportunity: 'hot',
      readiness_at_won: 'hotter',
      readiness_at_closed: 'hotter',
      grade_at_now: 'A',
      owner_at_opportunity: 'ann',
      owner_at_won: null,
      team_at_won: null,
    });
    expect(spans).toMatchObject([{ lead: 'lead/first', readiness: 'hot', marketing: 'sourced', left: 'won' }]);
    expect(fold([said('opportunity.opened', '2026-01-10')], [first]).opportunity).toMatchObject({
      company: 'company/other',
      revived: 0,
    });
  });

  it('reads a second opportunity of a lead, and a lost one, by what was known by then', () => {
    const lead = leadOf({
      at_captured: at('2025-06-01'),
      at_opportunity: at('2025-07-01'),
      readiness_at_opportunity: 'warm',
      at_won: at('2025-08-01'),
      readiness_at_won: 'hot',
      readiness_at_now: 'raw',
    });
    const { opportunity } = fold([opened, said('opportunity.lost', '2026-03-01', { reason: 'price' })], [lead]);
    expect(opportunity).toMatchObject({
      outcome: 'lost',
      lost_reason: 'price',
      probability: 0,
      at_closed: at('2026-03-01'),
      at_lost: at('2026-03-01'),
      readiness_at_opportunity: 'hot',
      readiness_at_won: null,
      readiness_at_closed: 'hot',
      readiness_at_now: 'raw',
      owner_at_closed: 'ann',
    });
  });

  it('implies the opening of one that was only won, and knows none of one that was only lost', () => {
    expect(fold([said('opportunity.won', '2026-02-01')]).opportunity).toMatchObject({
      at_opportunity: at('2026-02-01'),
      implied: 32,
    });
    expect(fold([said('opportunity.lost', '2026-02-01')]).opportunity).toMatchObject({
      at_opportunity: null,
      at_closed: at('2026-02-01'),
      implied: 0,
    });
  });

  it('judges the probability by the version of the instant at which it came to where it stands', () => {
    const history = twoVersions(agreement, agreementWith({ version: 2, pipelines: stagesOf(0.3) }), at('2026-01-15'));
    const by = rulesOf(agreement, { history });
    expect(fold([opened], [], by).opportunity).toMatchObject({
      probability: 200,
      version_at_opportunity: '1',
      version_at_now: '2',
    });
    const changed = fold([opened, said('opportunity.changed', '2026-01-16', { amount: euros(1) })], [], by);
    expect(changed.opportunity.probability).toBe(300);
    expect(changed.spans).toMatchObject([
      { probability: 200, version: '1' },
      { probability: 300, version: '2' },
    ]);
  });

  it('counts with the record that its company was merged into', () => {
    const by = rulesOf(agreement, { rootOf: (subject) => (subject === 'company/a' ? 'company/root' : subject) });
    expect(fold([opened], [], by).opportunity.company).toBe('company/root');
  });

  it('folds an opportunity of 100,000 events quickly', () => {
    const events = Array.from({ length: 100_000 }, (_, n) => ({
      ...said(n === 0 ? 'opportunity.opened' : 'opportunity.changed', '2026-01-01', { amount: euros(n) }),
      timeMs: at('2026-01-01') + n * 1000,
    }));
    const started = performance.now();
    expect(fold(events, [leadOf({ at_captured: at('2026-01-01') })]).spans).toHaveLength(100_000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
