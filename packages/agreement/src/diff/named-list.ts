import { listed, phraseText } from '../words/phrase.ts';
import { readableName } from '../words/readable-name.ts';

/**
 * Names as people read them, as a list in prose.
 * @returns an empty text for none
 */
export function namedList(names: readonly string[]): string {
  return phraseText(listed(names.map(readableName), 'and'));
}
