import { byMonth, type HandNumber, type HandQuery } from './hand-query.ts';

const stages = ['captured', 'mql', 'handed_off', 'sal', 'sql', 'opportunity', 'won'];
const bitOf = (stage: string) => 2 ** stages.indexOf(stage);
const bits = (...those: readonly string[]) => `implied & ${those.map(bitOf).reduce((a, b) => a + b)}`;

/** Of the leads of a stage: how many came to later ones. */
function rates(stage: string, ...later: readonly string[]): readonly string[] {
  return [
    'count(*) AS here',
    ...later.flatMap((to) => [`count(at_${to}) AS ${to}`, `count(*) FILTER (${bits(stage, to)} <> 0) AS i_${to}`]),
    `max(at_${stage}) AS latest`,
  ];
}

/** The time to the stage after it. */
function stay(stage: string, to: string): readonly string[] {
  const both = `${bits(stage, to)} = 0`;
  return [
    `median((at_${to} - at_${stage}) // 1000) FILTER (${both} AND at_${to} >= at_${stage}) AS q`,
    `count(*) FILTER (${both} AND at_${to} >= at_${stage}) AS q_n`,
    `count(*) FILTER (${both} AND at_${to} < at_${stage}) AS q_x`,
  ];
}

const rate = (to: string): HandNumber => ({ numerator: to, denominator: 'here', implied: `i_${to}`, latest: 'latest' });
const days = (to: string): HandNumber => ({
  value: 'q',
  denominator: 'q_n',
  excluded: 'q_x',
  implied: `i_${to}`,
  latest: 'latest',
  over: 86_400,
});

function leadsBy(stage: string, select: readonly string[], numbers: Readonly<Record<string, HandNumber>>): HandQuery {
  return { sql: () => byMonth(select, 'lead_facts', stage), numbers };
}

/** Leads by the month of a later stage, or of how they ended. */
export const leadsByStage: readonly HandQuery[] = [
  leadsBy(
    'mql',
    [
      ...rates('mql', 'handed_off', 'sal', 'sql', 'won'),
      ...stay('mql', 'handed_off'),
      'count(*) FILTER (reachable >= 1 AND (consented >= 1 OR consented IS NULL)) AS workable',
    ],
    {
      mql_to_handed_off_rate: rate('handed_off'),
      mql_to_sal_rate: rate('sal'),
      mql_to_sql_rate: rate('sql'),
      mql_to_won_rate: rate('won'),
      workable_leads: { value: 'workable' },
      days_in_mql_median: days('handed_off'),
    },
  ),
  leadsBy('handed_off', [...rates('handed_off', 'sal'), ...stay('handed_off', 'sal')], {
    handed_off_to_sal_rate: rate('sal'),
    days_in_handed_off_median: days('sal'),
  }),
  leadsBy('sal', [...rates('sal', 'sql'), ...stay('sal', 'sql')], {
    sal_to_sql_rate: rate('sql'),
    days_in_sal_median: days('sql'),
  }),
  leadsBy('sql', [...rates('sql', 'opportunity'), ...stay('sql', 'opportunity')], {
    sql_to_opportunity_rate: rate('opportunity'),
    days_in_sql_median: days('opportunity'),
  }),
  leadsBy('opportunity', [...rates('opportunity', 'won'), ...stay('opportunity', 'won')], {
    opportunity_to_won_rate: rate('won'),
    days_in_opportunity_median: days('won'),
  }),
  leadsBy('won', ['count(*) AS n', `count(*) FILTER (${bits('won')} <> 0) AS i`], {
    won_in_period: { value: 'n', implied: 'i' },
  }),
  leadsBy('disqualified', ['count(*) AS n'], { disqualified: { value: 'n' } }),
  leadsBy('lost', ['count(*) AS n'], { lost: { value: 'n' } }),
  leadsBy('revived', ['count(*) AS n', 'count(*) FILTER (at_won >= at_revived) AS won'], {
    revived: { value: 'n' },
    revived_won: { value: 'won' },
  }),
  leadsBy('recycled', ['count(*) AS n', 'count(at_revived) AS revived', 'max(at_recycled) AS latest'], {
    revival_rate: { numerator: 'revived', denominator: 'n', latest: 'latest' },
  }),
];
