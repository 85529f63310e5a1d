import { type Agreement, defineAgreement } from '@sameteam/agreement';
import { employeesOf, profilePoints, roles, sizes } from '../odds/lead-class.ts';
import { dealStages, revisitDays } from '../world/offer.ts';
import { targetIndustries } from '../world/prospects.ts';

const regionCountries = { dach: ['DE', 'AT', 'CH'], europe: ['NL', 'BE', 'FR', 'DK', 'SE', 'PL', 'IT', 'ES', 'GB'] };
const stageChances: Readonly<Record<(typeof dealStages)[number], number>> = {
  discovery: 0.35,
  evaluation: 0.5,
  proposal: 0.65,
  negotiation: 0.85,
};

/**
 * The agreement that the simulated company lives by: written from the same tables that its leads are drawn from, so that
 * its grades, programs, reasons and stages are those in the log.
 * @returns a new agreement, with every default explicit
 * @example simulatedAgreement().timeZone // 'Europe/Berlin'
 */
export function simulatedAgreement(): Agreement {
  return defineAgreement({
    name: 'Halden revenue team',
    version: 1,
    effective: '2024-10-01',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    teams: {
      marketing: { head: 'dana.albers@halden.example', means: 'Everybody who wins leads and keeps them warm.' },
      sales: { head: 'sam.lindqvist@halden.example', calendar: 'berlin', means: 'Account executives, who close.' },
      sdr: { partOf: 'sales', calendar: 'berlin', means: 'Development reps, who turn warm leads into meetings.' },
    },
    signatures: { required: ['marketing', 'sales'] },
    calendars: {
      default: { hours: '09:00-17:30', holidays: 'DE' },
      berlin: { zone: 'Europe/Berlin', hours: '09:00-17:30', holidays: 'DE' },
    },
    terms: {
      lead: {
        means: 'A person of a company who showed interest and can be reached.',
        entered: 'marketing',
        requires: ['contact.email', 'source.channel'],
      },
      account: {
        means: 'A company that plans shifts.',
        entered: 'sales',
        requires: ['company.name', 'company.employees'],
      },
    },
    exclusions: [
      {
        id: 'trials',
        means: 'Leads that we typed in to try a form.',
        when: { field: 'source.channel', is: 'internal_trial' },
      },
    ],
    segments: [
      { id: 'partner', means: 'Leads that a partner brings.', when: { field: 'source.channel', is: 'partner' } },
      { id: 'outbound', means: 'Leads that we went to.', when: { field: 'source.motion', is: 'outbound' } },
    ],
    overrides: {
      partner: { sla: { hot_first_attempt: { within: { time: '4wh' } } } },
      outbound: { sla: { decision: { within: { time: '10wd' } } } },
    },
    profile: { owner: 'sales', rules: profileRules(), grades: { ...profilePoints.grades } },
    engagement: {
      owner: 'marketing',
      halfLife: '30d',
      rules: [
        { id: 'demo', activity: 'demo_request', points: 40, why: 'Whoever asks for a demo wants to buy.' },
        { id: 'webinar', activity: 'webinar', points: 15, cap: 30 },
        { id: 'whitepaper', activity: 'whitepaper', points: 12, cap: 24 },
        { id: 'pricing', activity: 'pricing_visit', points: 10, cap: 20 },
        { id: 'click', activity: 'newsletter_click', points: 3, cap: 9 },
        { id: 'visit', activity: 'site_visit', points: 2, cap: 10 },
      ],
    },
    questions: [
      {
        id: 'timeline',
        ask: 'When do you want to start?',
        askedBy: 'sdr',
        answers: { under_3_months: 20, within_a_year: 10, one_to_three_years: 2 },
      },
    ],
    readiness: {
      hot: { all: [{ grade: ['A', 'B'] }, { engagement: { atLeast: 40 } }] },
      warm: { any: [{ engagement: { atLeast: 15 } }, { answer: { timeline: ['under_3_months', 'within_a_year'] } }] },
      raw: {},
    },
    qualified: { when: { readiness: ['hot', 'warm'] }, by: 'marketing' },
    handOffs: {
      to_sales: {
        from: 'marketing',
        to: 'sales',
        when: { readiness: 'hot' },
        assign: { rotate: 'weighted' },
        followUp: 'Call today',
      },
      to_sdr: { from: 'marketing', to: 'sdr', when: { readiness: 'warm' }, assign: { rotate: 'even' } },
      sdr_to_sales: { from: 'sdr', to: 'sales', when: { meeting: 'completed' }, opens: 'opportunity' },
    },
    programs: {
      newsletter: { owner: 'marketing', for: 'raw', exit: { readiness: ['hot', 'warm'] } },
      warm_drip: { owner: 'marketing', for: 'warm', exit: { readiness: 'hot' } },
      win_back: { owner: 'marketing', exit: { readiness: 'hot' }, means: 'For those who chose somebody else.' },
    },
    sla: {
      volume: { of: 'marketing', count: { qualified: 1150, hot: 360 }, per: 'month' },
      acceptance: { of: 'marketing', metric: 'mql_to_sal_rate', atLeast: 0.6 },
      hot_first_attempt: {
        of: 'sales',
        applies: { readiness: 'hot' },
        from: 'lead.assigned',
        kept: { attempt: {} },
        within: { time: '1wh' },
        target: 0.9,
        // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
        then: [{ remind: '15m' }, { reassign: 'pool', after: '2wh' }],
      },
      warm_first_attempt: {
        of: 'sdr',
        applies: { readiness: 'warm' },
        from: 'lead.assigned',
        kept: { attempt: {} },
        within: { time: '8wh' },
        target: 0.8,
        // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
        then: [
          { notify: 'head', after: '4wh' },
          { reassign: 'pool', after: '2wd' },
        ],
      },
      hot_attempts: {
        of: 'sales',
        applies: { readiness: 'hot' },
        from: 'lead.assigned',
        kept: { attempts: 5 },
        unless: 'connected',
        within: '10d',
      },
      decision: {
        of: 'sales',
        from: 'lead.assigned',
        kept: ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'],
        within: { time: '5wd' },
        target: 0.8,
      },
      follow_up: {
        of: 'sales',
        from: 'lead.accepted',
        kept: ['lead.sales_qualified', 'opportunity.opened', 'lead.recycled', 'lead.disqualified'],
        within: '45d',
      },
      to_deal: {
        of: 'sales',
        from: 'lead.sales_qualified',
        kept: ['opportunity.opened', 'lead.recycled', 'lead.disqualified'],
        within: '45d',
      },
      first_deal_step: {
        of: 'sales',
        grain: 'opportunity',
        from: 'opportunity.opened',
        kept: ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
        within: '30d',
      },
      deal_alive: {
        of: 'sales',
        grain: 'opportunity',
        from: 'opportunity.moved',
        kept: ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
        within: '30d',
        repeat: true,
      },
    },
    /* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
    reasons: {
      not_ready: { then: 'recycle', program: 'warm_drip', revisitAfter: `${revisitDays.not_ready}d` },
      no_budget: { then: 'recycle', program: 'warm_drip', revisitAfter: `${revisitDays.no_budget}d` },
      unreachable: {
        needs: 'hot_attempts',
        then: 'recycle',
        program: 'newsletter',
        revisitAfter: `${revisitDays.unreachable}d`,
      },
      with_competitor: { then: 'recycle', program: 'win_back', revisitAfter: `${revisitDays.with_competitor}d` },
      price: { then: 'recycle', program: 'win_back', revisitAfter: `${revisitDays.lost}d` },
      no_decision: { then: 'recycle', program: 'win_back', revisitAfter: `${revisitDays.lost}d` },
      missing_feature: { then: 'recycle', program: 'win_back', revisitAfter: `${revisitDays.lost}d` },
      no_need: { then: 'recycle', program: 'newsletter', revisitAfter: '365d' },
      wrong_profile: { then: 'disqualify' },
      duplicate: { then: 'disqualify' },
      competitor: { then: 'disqualify', means: 'The lead works for one.' },
      student: { then: 'disqualify' },
      bad_data: { then: 'disqualify' },
      out_of_business: { then: 'disqualify' },
    },
    /* biome-ignore-end lint/suspicious/noThenProperty: end of the reasons */
    pipelines: { new: { stages: dealStages.map((id) => ({ id, probability: stageChances[id], entered: 'sales' })) } },
    sourcing: { rule: 'first_touch', window: '365d', influence: { window: '365d' } },
    expected: {
      captured_to_mql: 0.42,
      mql_to_sal: 0.65,
      sal_to_sql: 0.65,
      opportunity_to_won: 0.4,
      lead_to_win: 0.055,
    },
    goals: [{ metric: 'bookings', per: 'quarter', target: 8_000_000, teams: ['marketing', 'sales'] }],
    compensation: {
      marketing: [
        { metric: 'bookings', share: 0.3 },
        { metric: 'qualified', share: 0.3 },
      ],
      sales: [{ metric: 'bookings', share: 0.8 }],
    },
    windows: {
      default: '90d',
      captured_to_mql: '60d',
      mql_to_sal: '60d',
      mql_to_won: '180d',
      opportunity_to_won: '120d',
      lead_to_win: '180d',
    },
    index: {
      parts: [
        { metric: 'mql_to_sal_rate', weight: 2 },
        { metric: 'lead_to_win_rate', weight: 1 },
      ],
    },
    privacy: { repFigures: ['self', 'manager'], smallestGroup: 5 },
  });
}

function profileRules() {
  const { size, role, targetIndustry, region } = profilePoints;
  return [
    ...sizes
      .filter((band) => size[band] > 0)
      .map((band) => ({
        id: `size_${band}`,
        when: { field: 'company.employees' as const, between: employeesOf[band] },
        points: size[band],
      })),
    ...roles
      .filter((name) => role[name] > 0)
      .map((name) => ({ id: `role_${name}`, when: { field: 'contact.role' as const, is: name }, points: role[name] })),
    {
      id: 'industry',
      when: { field: 'company.industry' as const, in: [...targetIndustries] },
      points: targetIndustry,
      why: 'They work in shifts.',
    },
    ...(['dach', 'europe'] as const).map((name) => ({
      id: `region_${name}`,
      when: { field: 'company.country' as const, in: regionCountries[name] },
      points: region[name],
    })),
  ];
}
