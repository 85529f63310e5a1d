import type { Definitions, DimensionDefinition, MetricDefinition } from '@sameteam/api/client';
import { type StageId, stages } from './fake-leads.ts';

const words: Record<StageId, string> = {
  captured: 'captured',
  mql: 'MQL',
  handed_off: 'handed off',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'opportunity',
  won: 'won',
};
const counts: Record<StageId, string> = {
  captured: 'captured',
  mql: 'qualified',
  handed_off: 'handed_off',
  sal: 'accepted',
  sql: 'sales_qualified',
  opportunity: 'opportunities',
  won: 'won',
};

const common = { direction: 'up', owner: 'both', anchor: 'captured' } as const;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function countOf(stage: StageId): MetricDefinition {
  return {
    ...common,
    id: counts[stage],
    label: stage === 'won' ? 'Won' : capital(words[stage]),
    unit: 'leads',
    measure: { kind: 'count', stage },
    formula: `Leads that reached ${words[stage]}.`,
    numerator: `leads that reached ${words[stage]}`,
    denominator: null,
    clause: `stages.${stage}`,
  };
}

function ratioOf(from: StageId, to: StageId): MetricDefinition {
  const isWhole = from === 'captured' && to === 'won';
  return {
    ...common,
    id: isWhole ? 'lead_to_win_rate' : `${from}_to_${to}_rate`,
    label: isWhole ? 'Lead to win rate' : capital(`${words[from]} to ${words[to]} rate`),
    unit: 'ratio',
    anchor: from,
    measure: { kind: 'ratio', from, to },
    formula: `Of the leads that reached ${words[from]}, the share that reached ${words[to]}.`,
    numerator: `leads that reached both ${words[from]} and ${words[to]}`,
    denominator: `leads that reached ${words[from]}`,
    clause: isWhole ? 'windows.lead_to_win' : `windows.${from}_to_${to}`,
  };
}

const timed: readonly MetricDefinition[] = [
  ...[0.5, 0.9].map(
    (p): MetricDefinition => ({
      ...common,
      id: p === 0.5 ? 'days_to_won_median' : 'days_to_won_p90',
      label: p === 0.5 ? 'Days to won, median' : 'Days to won, 90th percentile',
      unit: 'days',
      direction: 'down',
      measure: { kind: 'duration', from: 'captured', to: 'won', p },
      formula: `The ${p * 100} % quantile of the days from captured to won.`,
      numerator: null,
      denominator: 'leads won, with both dates in order',
      clause: 'windows.lead_to_win',
    }),
  ),
  {
    ...common,
    id: 'won_within_90_days',
    label: 'Won within 90 days',
    unit: 'ratio',
    measure: { kind: 'within', from: 'captured', to: 'won', limitDays: 90 },
    formula: 'Of the leads captured, the share won within 90 days.',
    numerator: 'leads won within 90 days',
    denominator: 'leads captured, without an impossible order of dates',
    clause: 'windows.lead_to_win',
  },
];

export const fakeDefinitions: Definitions = {
  metrics: [
    ...stages.map(countOf),
    ...stages.slice(1).map((to, i) => ratioOf(stages[i] as StageId, to)),
    ...stages.slice(2).map((to) => ratioOf('captured', to)),
    ...timed,
  ],
  dimensions: (
    [
      ['source.channel', 'Channel', 'capture'],
      ['source.campaign', 'Campaign', 'capture'],
      ['source.landingPage', 'Landing page', 'capture'],
      ['segment', 'Segment', 'anchor'],
      ['owner', 'Owner', 'anchor'],
      ['readiness', 'Readiness', 'anchor'],
      ['current.owner', 'Current owner', 'current'],
      ['current.readiness', 'Current readiness', 'current'],
      ['month', 'Month', 'calendar'],
    ] as const
  ).map(([id, label, kind]): DimensionDefinition => ({ id, label, kind, description: `${label} of the lead.` })),
};
