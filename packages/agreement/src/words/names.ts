import type { NamePart, Phrase } from './phrase.ts';
import { readableName } from './readable-name.ts';

/** Sections whose entries other clauses name. */
export type NamedSection =
  | 'teams'
  | 'readiness'
  | 'programs'
  | 'handOffs'
  | 'sla'
  | 'reasons'
  | 'segments'
  | 'territories'
  | 'questions'
  | 'lists'
  | 'calendars'
  | 'terms'
  | 'metrics';

/** A name with the address of the clause that defines it. */
export function nameIn(section: NamedSection, name: string): NamePart {
  return { text: readableName(name), clause: `${section}.${name}` };
}

/** A team as the subject of a sentence: "the partners team", where its name looks like a plural. */
export function teamDoing(team: string): Phrase {
  const name = nameIn('teams', team);
  return /(?<!s)s$/u.test(name.text) && !/(?:^| )sales$/iu.test(name.text) ? ['the ', name, ' team'] : [name];
}

/** A name in quotes, where it would be read as a part of the sentence otherwise. */
export function quotedName(section: NamedSection, name: string): Phrase {
  return ['“', nameIn(section, name), '”'];
}

/** Names of one section, for a list in prose. */
export function namesIn(section: NamedSection, names: readonly string[]): readonly NamePart[] {
  return names.map((name) => nameIn(section, name));
}
