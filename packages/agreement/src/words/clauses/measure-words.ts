import { type StageId, stages } from '@sameteam/model';
import type { Agreement } from '../../agreement.ts';
import { conversionId } from '../../vocabulary/conversions.ts';
import { dayInWords } from '../day-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { articleOf, isShare, metricInWords, metricValueInWords } from '../metric-in-words.ts';
import { nameIn, namesIn, teamDoing } from '../names.ts';
import { numberInWords } from '../number-in-words.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { readableName } from '../readable-name.ts';
import { shareInWords } from '../share-in-words.ts';

const stageNouns: Readonly<Record<StageId, { readonly many: string; readonly become: string }>> = {
  captured: { many: 'captured leads', become: 'are captured' },
  mql: { many: 'MQLs', become: 'become an MQL' },
  handed_off: { many: 'leads handed off', become: 'are handed off' },
  sal: { many: 'SALs', become: 'are accepted by sales (SAL)' },
  sql: { many: 'SQLs', become: 'are qualified by sales (SQL)' },
  opportunity: { many: 'opportunities', become: 'become an opportunity' },
  won: { many: 'customers', become: 'are won' },
};

/** The two stages of a conversion by its name. */
function conversionNamed(id: string): { readonly many: string; readonly become: string } | null {
  for (const from of stages) {
    for (const to of stages) {
      if (conversionId({ from, to }) === id) return { many: stageNouns[from].many, become: stageNouns[to].become };
    }
  }
  return null;
}

/** What a rate is expected to be. */
export function expectedWords({ expected }: Agreement, id: string): readonly Phrase[] {
  const share = Object.entries(expected).find(([name]) => name === id)?.[1];
  const conversion = conversionNamed(id);
  if (share === undefined || conversion === null) return [];
  return [[`of the ${conversion.many}, ${shareInWords(share)} are expected to ${infinitive(conversion.become)}`]];
}

function infinitive(verb: string): string {
  return verb.replace(/^are /, 'be ');
}

/** How long a cohort is given before a rate counts. */
export function windowWords({ windows }: Agreement, id: string): readonly Phrase[] {
  const window = Object.entries(windows).find(([name]) => name === id)?.[1];
  if (window === undefined) return [];
  const time = durationInWords(window);
  if (id === 'default') return [[`where nothing else is said, leads get ${time} before a rate counts as mature`]];
  const conversion = conversionNamed(id);
  return [
    [
      conversion === null
        ? `${readableName(id)}: ${time}`
        : `${conversion.many} get ${time} to ${infinitive(conversion.become)} before the rate counts as mature`,
    ],
  ];
}

/** Planned numbers of a metric. */
export function planWords({ plan, currency }: Agreement, metric: string): readonly Phrase[] {
  const planned = Object.entries(plan[metric] ?? {}).map(
    ([period, value]) => `${metricValueInWords(metric, value, currency)} in ${dayInWords(period)}`,
  );
  if (planned.length === 0) return [[`nothing is planned for ${metricInWords(metric)}`]];
  return [say`planned for ${metricInWords(metric)}: ${listed(planned, 'and')}`];
}

/** A number that teams want to reach together; without a name: all of them. */
export function goalWords({ goals, currency }: Agreement, id: string | undefined): readonly Phrase[] {
  if (id === undefined) {
    const names = listed(
      goals.map((goal) => `“${readableName(goal.id)}”`),
      'and',
    );
    return [goals.length === 1 ? say`the only goal is ${names}` : say`the goals are ${names}`];
  }
  const goal = goals.find((entry) => entry.id === id);
  if (goal === undefined) return [];
  const { metric, per, target, teams } = goal;
  return [
    say`${teams.length === 1 ? teams.flatMap(teamDoing) : listed(namesIn('teams', teams), 'and')} ${teams.length === 1 ? 'wants' : 'together want'} ${articleOf(metric)}${metricInWords(metric)} of ${metricValueInWords(metric, target, currency)} each ${per}`,
    ...meaningOf(goal),
  ];
}

/** What the bonus of a team rests on. */
export function compensationWords({ compensation }: Agreement, team: string): readonly Phrase[] {
  const bonus = say` of the bonus of ${nameIn('teams', team)} depends`;
  const parts = (compensation[team] ?? []).map(
    ({ metric, share }, index) =>
      say`${shareInWords(share)}${index === 0 ? bonus : ''} on ${isShare(metric) ? 'the ' : ''}${metricInWords(metric)}`,
  );
  return parts.length === 0 ? [] : [listed(parts, 'and')];
}

/** What the one number is made of that sums up the alignment. */
export function indexWords({ index }: Agreement): readonly Phrase[] {
  const parts = index.parts.map(
    ({ metric, weight }) =>
      `${isShare(metric) ? 'the ' : ''}${metricInWords(metric)} (weight ${numberInWords(weight)})`,
  );
  return parts.length === 0
    ? [['no index of the alignment is agreed']]
    : [say`the index of the alignment is made of ${listed(parts, 'and')}`];
}
