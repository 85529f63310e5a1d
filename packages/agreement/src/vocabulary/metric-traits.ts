import type { MetricId } from '@sameteam/model';
import type { MetricFacts } from './dimensions-of-facts.ts';

/** What a metric is given in. */
export type MetricUnit =
  | 'leads'
  | 'opportunities'
  | 'hand_offs'
  | 'entries'
  | 'companies'
  | 'meetings'
  | 'answers'
  | 'ratio'
  | 'days'
  | 'hours'
  | 'working_hours'
  | 'money'
  | 'points'
  | 'number';

/** What this package must know of a metric, which is declared in `@sameteam/metrics`. */
export interface MetricTraits {
  /** `null` for what is made of other metrics, or of a target, and has no rows of its own. */
  readonly facts: MetricFacts | null;
  readonly unit: MetricUnit;
}

type Groups = Readonly<Record<MetricFacts | 'composed', Readonly<Partial<Record<MetricUnit, readonly MetricId[]>>>>>;

const groups: Groups = {
  leads: {
    leads: [
      'captured',
      'qualified',
      'handed_off',
      'accepted',
      'sales_qualified',
      'opportunities',
      'won',
      'won_in_period',
      'disqualified',
      'lost',
      'workable_leads',
      'open_leads',
      'unowned_leads',
      'leads_without_next_step',
      'leads_past_sla',
      'black_hole',
      'revived',
      'revived_won',
      'revisits_due',
    ],
    ratio: [
      'captured_to_mql_rate',
      'mql_to_handed_off_rate',
      'handed_off_to_sal_rate',
      'sal_to_sql_rate',
      'sql_to_opportunity_rate',
      'opportunity_to_won_rate',
      'captured_to_handed_off_rate',
      'captured_to_sal_rate',
      'captured_to_sql_rate',
      'captured_to_opportunity_rate',
      'lead_to_win_rate',
      'mql_to_sal_rate',
      'mql_to_won_rate',
      'mql_within_7_days',
      'mql_within_30_days',
      'sal_within_7_days',
      'sal_within_30_days',
      'opportunity_within_30_days',
      'opportunity_within_90_days',
      'won_within_30_days',
      'won_within_60_days',
      'won_within_90_days',
      'won_within_180_days',
      'won_within_365_days',
      'mql_to_sql_rate',
      'black_hole_rate',
      'revival_rate',
    ],
    days: [
      'days_to_mql_median',
      'days_to_mql_p90',
      'days_to_handed_off_median',
      'days_to_handed_off_p90',
      'days_to_sal_median',
      'days_to_sal_p90',
      'days_to_sql_median',
      'days_to_sql_p90',
      'days_to_opportunity_median',
      'days_to_opportunity_p90',
      'days_to_won_median',
      'days_to_won_p90',
      'days_in_mql_median',
      'days_in_handed_off_median',
      'days_in_sal_median',
      'days_in_sql_median',
      'days_in_opportunity_median',
      'black_hole_age_median',
    ],
    hours: ['speed_to_lead_median', 'speed_to_lead_p90'],
  },
  cycles: {
    leads: ['rejected', 'recycled'],
    ratio: [
      'acceptance_rate',
      'rejection_rate',
      'decided_rate',
      'never_attempted_rate',
      'connect_rate',
      'recycle_rate',
    ],
    hand_offs: ['hand_offs'],
    hours: [
      'hours_to_assigned_median',
      'hours_to_assigned_p90',
      'hours_to_first_attempt_median',
      'hours_to_first_attempt_p90',
    ],
    working_hours: [
      'working_hours_to_assigned_median',
      'working_hours_to_assigned_p90',
      'working_hours_to_first_attempt_median',
      'working_hours_to_first_attempt_p90',
      'working_hours_to_decision_median',
      'working_hours_to_decision_p90',
    ],
    days: ['days_to_decision_median', 'days_to_decision_p90'],
    number: ['attempts_mean'],
  },
  entries: {
    entries: ['sla_entries', 'sla_missed', 'sla_open'],
    ratio: ['sla_attainment', 'sla_explained_rate'],
    hours: ['routing_delay_median', 'routing_delay_p90', 'rep_delay_median', 'rep_delay_p90'],
  },
  opportunities: {
    money: [
      'bookings',
      'won_amount_closed',
      'closed_amount',
      'revived_bookings',
      'pipeline_created',
      'pipeline_sourced',
      'pipeline_influenced',
      'bookings_sourced',
      'bookings_influenced',
      'qualified_pipeline',
      'average_deal',
    ],
    ratio: ['win_rate'],
    days: ['sales_cycle_median', 'sales_cycle_p90'],
    opportunities: ['pushed_deals', 'deals_won', 'deals_lost'],
    number: ['pushes_mean'],
  },
  spans: {
    opportunities: ['open_opportunities'],
    money: [
      'open_pipeline',
      'opening_pipeline',
      'weighted_pipeline',
      'early_stage_qualified_pipeline',
      'pipeline_opened',
      'pipeline_won',
      'pipeline_lost',
      'pipeline_changed_in',
      'pipeline_changed_out',
    ],
  },
  companies: {
    companies: ['mql_companies'],
  },
  changes: {
    companies: ['renewed', 'churned', 'expanded', 'downgraded'],
    money: ['expansion', 'customer_base_change', 'customer_base'],
  },
  meetings: {
    meetings: ['meetings_booked', 'meetings_held', 'meetings_missed'],
    ratio: ['meeting_held_rate', 'no_show_rate'],
  },
  spend: {
    money: ['spend'],
  },
  pulses: {
    points: ['pulse'],
    answers: ['pulse_answers'],
  },
  composed: {
    ratio: [
      'win_rate_by_amount',
      'period_ratio',
      'qualified_attainment',
      'qualified_pacing',
      'bookings_attainment',
      'bookings_pacing',
      'won_attainment',
      'won_pacing',
      'opportunities_attainment',
      'opportunities_pacing',
      'return_on_spend',
      'pipeline_coverage',
      'net_retention',
    ],
    money: [
      'sales_velocity',
      'bookings_target',
      'bookings_target_to_date',
      'expected_deal',
      'black_hole_value',
      'cost_per_lead',
      'cost_per_mql',
      'cost_per_sal',
      'cost_per_customer',
      'pipeline_changed',
      'bookings_remaining',
      'customer_base_after',
    ],
    leads: [
      'qualified_target',
      'qualified_target_to_date',
      'won_target',
      'won_target_to_date',
      'opportunities_target',
      'opportunities_target_to_date',
    ],
  },
};

const known: ReadonlyMap<string, MetricTraits> = new Map(
  Object.entries(groups).flatMap(([facts, units]) =>
    Object.entries(units).flatMap(([unit, ids]) =>
      ids.map((id): [string, MetricTraits] => [
        id,
        { facts: facts === 'composed' ? null : (facts as MetricFacts), unit: unit as MetricUnit },
      ]),
    ),
  ),
);

/**
 * What is counted by a metric that comes with Sameteam, and in which unit.
 * @returns `null` for any other metric
 * @example metricTraits('sla_attainment') // { facts: 'entries', unit: 'ratio' }
 */
export function metricTraits(id: string): MetricTraits | null {
  return known.get(id) ?? null;
}
