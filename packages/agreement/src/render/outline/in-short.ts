import type { Agreement } from '../../agreement.ts';
import { groupBy } from '../../group-by.ts';
import { slaWords } from '../../words/clauses/sla-words.ts';
import { parted } from '../../words/condition-forms.ts';
import { leadsInWords } from '../../words/leads-in-words.ts';
import { metricNamed } from '../../words/metric-named.ts';
import { nameIn, namesIn, quotedName, teamDoing } from '../../words/names.ts';
import { countInWords } from '../../words/number-in-words.ts';
import { listed, type Phrase, say, sentenceOf } from '../../words/phrase.ts';
import { agreeing } from './agreeing.ts';
import type { Side } from './sides-of.ts';

const mostHandOffs = 3;

/** The agreement in five sentences: what it is, who gets leads, what each side owes, what comes after, and the measure. */
export function inShort(agreement: Agreement, sides: readonly Side[]): readonly Phrase[] {
  return [
    agreedSentence(agreement, sides),
    handOffSentence(agreement),
    ...sides.filter(({ owes }) => owes.length > 0).map((side) => owedSentence(agreement, side)),
    backSentence(agreement),
  ].map(sentenceOf);
}

function agreedSentence(agreement: Agreement, sides: readonly Side[]): Phrase {
  const { order, signatures, goals, compensation } = agreement;
  const kinds = listed(namesIn('readiness', order.readiness), 'or');
  const { teams, under } = agreeing(signatures.required, sides);
  const [goal] = goals;
  const paid = Object.keys(compensation).length > 0 ? ', down to the bonus' : '';
  const measure =
    goal === undefined
      ? ''
      : say`; ${listed(namesIn('teams', goal.teams), 'and')} ${goal.teams.length === 1 ? 'is' : 'are'} measured by ${metricNamed(agreement, goal.metric)}${paid}`;
  return say`${teams}${under.length === 0 ? '' : say`${under},`} agree on what a lead is and when it is ${kinds}${measure}`;
}

function handOffSentence(agreement: Agreement): Phrase {
  const handOffs = agreement.order.handOffs.flatMap((name) => agreement.handOffs[name] ?? []);
  if (handOffs.length === 0) return ['no lead is handed off'];
  const ways = [...groupBy(handOffs.slice(0, mostHandOffs), ({ from }) => from)].map(([from, group]) => {
    const leads = group.map(({ to, when }) => {
      const { each, when: other } = leadsInWords('lead', when, agreement);
      return say`${each} to ${nameIn('teams', to)}${other}`;
    });
    return say`${teamDoing(from)} passes ${parted(leads, 'and')}`;
  });
  const more = handOffs.length - mostHandOffs;
  const all = ways.flatMap((way, index) => (index === 0 ? way : say`; ${way}`));
  return say`${all}${more > 0 ? ` (and ${countInWords(more, 'more hand-off')})` : ''}`;
}

function owedSentence(agreement: Agreement, { owes }: Side): Phrase {
  const [first = ''] = owes;
  const [sentence = []] = slaWords(agreement, first);
  const more = owes.length > 1 ? say`, and keeps ${countInWords(owes.length - 1, 'more promise')}` : '';
  return say`${sentence}${more}`;
}

function backSentence({ reasons }: Agreement): Phrase {
  const names = Object.keys(reasons);
  const recycled = names.filter((name) => reasons[name]?.then === 'recycle');
  if (names.length === 0) return ['no reason is agreed for which a lead is given back'];
  const back =
    recycled.length === 0
      ? ''
      : say`; it goes back for ${listed(
          recycled.slice(0, 4).map((name) => quotedName('reasons', name)),
          'or',
        )}${recycled.length > 4 ? ' and others' : ''}`;
  return say`a lead that is not pursued has one of ${countInWords(names.length, 'agreed reason')}${back}`;
}
