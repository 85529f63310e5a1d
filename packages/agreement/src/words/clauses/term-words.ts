import type { Agreement } from '../../agreement.ts';
import type { Field } from '../../vocabulary/fields.ts';
import { fieldPhrase } from '../field-in-words.ts';
import { nameIn } from '../names.ts';
import { ownWords } from '../own-words.ts';
import { listed, type Phrase, say } from '../phrase.ts';

/** Fields in a list, each with its article. */
export function fieldsPhrase(fields: readonly Field[]): Phrase {
  return listed(
    fields.map((field) => say`the ${fieldPhrase(field)}`),
    'and',
  );
}

/** A word of the agreement: what it means, who enters it, what it needs. */
export function termWords({ terms }: Agreement, name: string): readonly Phrase[] {
  const term = terms[name];
  if (term === undefined) return [];
  const self = nameIn('terms', name);
  return [
    say`${self}: ${ownWords(term.means)}`,
    ...(term.entered === undefined ? [] : [say`it is entered by ${nameIn('teams', term.entered)}`]),
    ...(term.requires.length === 0 ? [] : [say`it does not count without ${fieldsPhrase(term.requires)}`]),
    ...(term.createdWhen === undefined ? [] : [say`it comes into being: ${ownWords(term.createdWhen)}`]),
  ];
}

/** Who enters which field, and where it is kept. */
export function fieldWords({ fields }: Agreement): readonly Phrase[] {
  if (fields.length === 0) return [['no field has an owner of its own']];
  return fields.map(({ field, entered, keptIn, means }) => {
    const place = keptIn === undefined ? '' : say`, and it is kept in ${ownWords(keptIn)}`;
    const meaning = means === undefined ? '' : say`: ${ownWords(means)}`;
    return say`the ${fieldPhrase(field)} is entered by ${nameIn('teams', entered)}${place}${meaning}`;
  });
}

/** A list that conditions ask for. */
export function listWords({ lists }: Agreement, name: string): readonly Phrase[] {
  const list = lists[name];
  if (list === undefined) return [];
  const self = nameIn('lists', name);
  if (list === 'builtin') return [say`the list ${self} comes with Sameteam`];
  return [
    say`the list ${self} holds values of the ${fieldPhrase(list.key)}; it is kept in the file ${ownWords(list.file)}, which may change without a signature`,
  ];
}
