import { nameIn, namesIn } from '../../words/names.ts';
import { listed, type Phrase, say } from '../../words/phrase.ts';
import type { Side } from './sides-of.ts';

/** Who agrees, and under whom. */
export interface Agreeing {
  readonly teams: Phrase;
  /** Such as ", under revenue"; empty where the teams sign themselves. */
  readonly under: Phrase;
}

/** Those who must sign; where one leader signs for several sides, the sides, under their leader. */
export function agreeing(required: readonly string[], sides: readonly Side[]): Agreeing {
  const [leader] = required;
  const teams = sides.map(({ team }) => team).filter((team) => team !== leader);
  if (leader === undefined) return { teams: ['the teams'], under: [] };
  if (required.length > 1) return { teams: listed(namesIn('teams', required), 'and'), under: [] };
  return teams.length < 2
    ? { teams: say`the people of ${nameIn('teams', leader)}`, under: [] }
    : { teams: listed(namesIn('teams', teams), 'and'), under: say`, under ${nameIn('teams', leader)}` };
}
