import type { Agreement } from '../../agreement.ts';
import { isAlways } from '../condition-in-words.ts';
import { durationInWords } from '../duration-in-words.ts';
import { leadsInWords } from '../leads-in-words.ts';
import { nameIn, teamDoing } from '../names.ts';
import { countInWords } from '../number-in-words.ts';
import { meaningOf, ownWords } from '../own-words.ts';
import { type Phrase, say } from '../phrase.ts';
import { fieldsPhrase } from './term-words.ts';

type HandOff = Agreement['handOffs'][string];
type Assign = NonNullable<HandOff['assign']>;

/** When a lead becomes an MQL, and a company an MQA. */
export function qualifiedWords(agreement: Agreement): readonly Phrase[] {
  const { qualified } = agreement;
  if (qualified === undefined) return [];
  const { when, by, companies } = qualified;
  const leads = leadsInWords('lead', when, agreement);
  return [
    say`${teamDoing(by)} qualifies ${leads.each}${leads.when}: it is an MQL from then on`,
    ...(companies === undefined
      ? []
      : [
          [
            `a company with ${countInWords(companies.contacts, 'qualified contact')} within ${durationInWords(companies.within)} is a qualified account (MQA)`,
          ],
        ]),
    ...meaningOf(qualified),
  ];
}

/** Who passes which leads to whom. */
export function handOffWords(agreement: Agreement, name: string): readonly Phrase[] {
  const handOff = agreement.handOffs[name];
  if (handOff === undefined) return [];
  const { from, to, when, requires, assign, opens, followUp } = handOff;
  const leads = leadsInWords('lead', when, agreement);
  const needs = requires.length === 0 ? '' : say`, and not without ${fieldsPhrase(requires)}`;
  return [
    say`${teamDoing(from)} passes ${leads.each} to ${nameIn('teams', to)}${leads.when}${needs}`,
    ...(assign === undefined ? [] : [assignPhrase(assign, handOff, agreement)]),
    ...(opens === undefined ? [] : [['an opportunity is opened with it']]),
    ...(followUp === undefined ? [] : [say`wanted next: ${ownWords(followUp)}`]),
    ...meaningOf(handOff),
  ];
}

const turns = { even: 'in turn', weighted: 'in turn by capacity' } as const;

function assignPhrase(assign: Assign, { to }: HandOff, { territories }: Agreement): Phrase {
  if ('rotate' in assign) return say`the people of ${nameIn('teams', to)} get them ${turns[assign.rotate]}`;
  const { otherwise } = assign;
  const rest =
    otherwise === undefined
      ? say`is assigned to nobody`
      : say`goes to the people of ${nameIn('teams', to)} ${turns[otherwise.rotate]}`;
  if ('owner' in assign) return say`each goes to the owner of its company; a lead whose company has none ${rest}`;
  const isEverywhere = otherwise === undefined && territories.some(({ when }) => isAlways(when));
  const others = isEverywhere ? '' : say`; a lead of no territory ${rest}`;
  return say`each goes to the team of its territory, to its people ${turns[assign.territory]}${others}`;
}
