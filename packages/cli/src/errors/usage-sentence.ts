import { nearestName } from '@sameteam/model';

/** What commander says, and how we say it. */
const phrases: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [
    /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*)$/s,
    (option = '', found = '', rest = '') => `${option} cannot be "${found}".${nearestChoice(found, rest)} ${rest}`,
  ],
  [/^option '(?:-\w, )?(--[\w-]+ <.*>)' argument missing$/, (option = '') => `${option} needs a value.`],
  [
    /^too many arguments for '(.*)'\. Expected 0 arguments but got \d+: (.*)\.$/s,
    (command = '', found = '') =>
      `"${found}" does not belong to an option of ${command}. Several values of one option are separated by commas alone, as in a,b.`,
  ],
];

/**
 * What commander found wrong with a command line, as a sentence of ours.
 * @param message such as `error: unknown option '--metrc'\n(Did you mean --metric?)`
 * @example usageSentence("error: unknown command 'x'") // 'Unknown command "x". Add --help to see what there is.'
 */
export function usageSentence(message: string): string {
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const hint = rest
    .join(' ')
    .replace(/^\((.*)\)$/, '$1')
    .trim();
  return [phrased(first), hint, 'Add --help to see what there is.'].filter((it) => it !== '').join(' ');
}

function phrased(text: string): string {
  for (const [pattern, say] of phrases) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1));
  }
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`.replace(/'/g, '"').replace(/[.:]?$/, '.');
}

function nearestChoice(found: string, rest: string): string {
  const choices = /^Allowed choices are (.*)\.$/.exec(rest)?.[1]?.split(', ') ?? [];
  const nearest = nearestName(found, choices);
  return nearest === null ? '' : ` Did you mean "${nearest}"?`;
}
