import { stages } from '@sameteam/model';
import type { Agreement } from '../../agreement.ts';
import { conversionId } from '../../vocabulary/conversions.ts';
import { dayInWords } from '../day-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { articleIn, isShareIn, metricNamed, metricValueIn } from '../metric-named.ts';
import { nameIn, namesIn, teamDoing } from '../names.ts';
import { numberInWords } from '../number-in-words.ts';
import { meaningOf } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { readableName } from '../readable-name.ts';
import { shareInWords } from '../share-in-words.ts';
import { stageWords } from '../stages-in-words.ts';

/** The two stages of a conversion by its name. */
function conversionNamed(id: string): { readonly many: string; readonly become: string } | null {
  for (const from of stages) {
    for (const to of stages) {
      if (conversionId({ from, to }) === id) return { many: stageWords[from].many, become: stageWords[to].become };
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
export function planWords(agreement: Agreement, metric: string): readonly Phrase[] {
  const planned = Object.entries(agreement.plan[metric] ?? {}).map(
    ([period, value]) => `${metricValueIn(agreement, metric, value)} in ${dayInWords(period)}`,
  );
  if (planned.length === 0) return [say`nothing is planned for ${metricNamed(agreement, metric)}`];
  return [say`planned for ${metricNamed(agreement, metric)}: ${listed(planned, 'and')}`];
}

/** A number that teams want to reach together; without a name: all of them. */
export function goalWords(agreement: Agreement, id: string | undefined): readonly Phrase[] {
  const { goals } = agreement;
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
    say`${teams.length === 1 ? teams.flatMap(teamDoing) : listed(namesIn('teams', teams), 'and')} ${teams.length === 1 ? 'wants' : 'together want'} ${articleIn(agreement, metric)}${metricNamed(agreement, metric)} of ${metricValueIn(agreement, metric, target)} each ${per}`,
    ...meaningOf(goal),
  ];
}

/** What the bonus of a team rests on. */
export function compensationWords(agreement: Agreement, team: string): readonly Phrase[] {
  const bonus = say` of the bonus of ${nameIn('teams', team)} depends`;
  const parts = (agreement.compensation[team] ?? []).map(
    ({ metric, share }, index) =>
      say`${shareInWords(share)}${index === 0 ? bonus : ''} on ${isShareIn(agreement, metric) ? 'the ' : ''}${metricNamed(agreement, metric)}`,
  );
  return parts.length === 0 ? [] : [listed(parts, 'and')];
}

/** What the one number is made of that sums up the alignment. */
export function indexWords(agreement: Agreement): readonly Phrase[] {
  const parts = agreement.index.parts.map(
    ({ metric, weight }) =>
      say`${isShareIn(agreement, metric) ? 'the ' : ''}${metricNamed(agreement, metric)} (weight ${numberInWords(weight)})`,
  );
  return parts.length === 0
    ? [['no index of the alignment is agreed']]
    : [say`the index of the alignment is made of ${listed(parts, 'and')}`];
}
