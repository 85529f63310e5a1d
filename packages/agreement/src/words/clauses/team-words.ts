import type { Agreement } from '../../agreement.ts';
import { nameIn, namesIn, teamDoing } from '../names.ts';
import { countInWords, numberInWords } from '../number-in-words.ts';
import { meaningOf, ownWords } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';
import { shownText } from '../shown-text.ts';

type Capacity = NonNullable<Agreement['teams'][string]['capacity']>;

/** A team: its head, the team it is part of, its working time, what it can take on. */
export function teamWords({ teams }: Agreement, name: string): readonly Phrase[] {
  const team = teams[name];
  if (team === undefined) return [];
  const self = teamDoing(name);
  const head = team.head === undefined ? '' : say`, headed by ${{ own: shownText(team.head) }}`;
  const kind = team.partOf === undefined ? ['is a team of its own'] : say`is part of ${nameIn('teams', team.partOf)}`;
  return [
    say`${self} ${kind}${head}`,
    ...(team.calendar === undefined ? [] : [say`it works by the calendar ${nameIn('calendars', team.calendar)}`]),
    ...(team.capacity === undefined ? [] : [capacityWords(team.capacity)]),
    ...meaningOf(team),
  ];
}

function capacityWords({ people, attempts, minutesPerLead, leads }: Capacity): Phrase {
  const each = [
    attempts === undefined ? '' : `makes at most ${countInWords(attempts, 'attempt')} on a working day`,
    leads === undefined ? '' : `takes on at most ${countInWords(leads, 'new lead')} on a working day`,
    minutesPerLead === undefined ? '' : `spends ${numberInWords(minutesPerLead)} minutes on a lead`,
  ].filter((text) => text !== '');
  const works = people === 1 ? '1 person works' : `${numberInWords(people)} people work`;
  return each.length === 0 ? [`${works} on leads`] : say`${works} on leads; each ${listed(each, 'and')}`;
}

/** Who signs, with which keys. */
export function signatureWords({ signatures: { required, witness, keys } }: Agreement): readonly Phrase[] {
  const who = (names: readonly string[]) =>
    names.length === 1 ? names.flatMap(teamDoing) : listed(namesIn('teams', names), 'and');
  return [
    required.length === 0
      ? ['nobody has to sign']
      : say`it binds when ${who(required)} ${required.length === 1 ? 'has' : 'have'} signed`,
    ...(witness.length === 0 ? [] : [say`${who(witness)} ${witness.length === 1 ? 'signs' : 'sign'} as a witness`]),
    ...Object.entries(keys).map(([signer, key]) => say`the key of ${nameIn('teams', signer)} is ${{ own: key }}`),
  ];
}

/** Where the people of a team are kept. */
export function rosterWords({ rosters }: Agreement, team: string): readonly Phrase[] {
  const roster = rosters[team];
  if (roster === undefined) return [];
  return [
    say`the people of ${nameIn('teams', team)} are kept in the file ${ownWords(roster.file)}, which may change without a signature`,
  ];
}
