import type { Agreement } from '../../agreement.ts';
import { slaWords } from '../../words/clauses/sla-words.ts';
import { leadsInWords } from '../../words/leads-in-words.ts';
import { metricInWords } from '../../words/metric-in-words.ts';
import { nameIn, namesIn, quotedName } from '../../words/names.ts';
import { countInWords } from '../../words/number-in-words.ts';
import { listed, type Phrase, say, sentenceOf } from '../../words/phrase.ts';
import type { Side } from './sides-of.ts';

/** The agreement in five sentences: what it is, who gets leads, what each side owes, what comes after, and the measure. */
export function inShort(agreement: Agreement, sides: readonly Side[]): readonly Phrase[] {
  return [
    readySentence(agreement),
    handOffSentence(agreement),
    ...sides.filter(({ owes }) => owes.length > 0).map((side) => owedSentence(agreement, side)),
    backSentence(agreement),
    ...measureSentence(agreement),
  ].map(sentenceOf);
}

function readySentence({ order, signatures }: Agreement): Phrase {
  const kinds = listed(namesIn('readiness', order.readiness), 'or');
  const who = signatures.required.length === 0 ? ['the teams'] : listed(namesIn('teams', signatures.required), 'and');
  return say`${who} agree on what a lead is and when it is ${kinds}`;
}

function handOffSentence(agreement: Agreement): Phrase {
  const ways = agreement.order.handOffs.flatMap((name) => {
    const handOff = agreement.handOffs[name];
    if (handOff === undefined) return [];
    const { each, when } = leadsInWords('lead', handOff.when, agreement);
    const some = when.length === 0 ? each : say`${each} that qualifies for it`;
    return [say`${nameIn('teams', handOff.from)} passes ${some} to ${nameIn('teams', handOff.to)}`];
  });
  if (ways.length === 0) return ['no lead is handed off'];
  const shown = ways.slice(0, 3);
  const more = ways.length > 3 ? ` (and ${countInWords(ways.length - 3, 'more hand-off')})` : '';
  return say`${listed(shown, 'and')}${more}`;
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

function measureSentence({ goals, compensation }: Agreement): readonly Phrase[] {
  const [goal] = goals;
  if (goal === undefined) return [];
  const paid = Object.keys(compensation).length > 0 ? ', down to the bonus' : '';
  return [
    say`${listed(namesIn('teams', goal.teams), 'and')} are measured by ${metricInWords(goal.metric)} together${paid}`,
  ];
}
