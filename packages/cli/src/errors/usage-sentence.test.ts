import { expect, it } from 'vitest';
import { usageSentence } from './usage-sentence.ts';

it.each([
  ["error: unknown option '--metrc'\n(Did you mean --metric?)", 'Unknown option "--metrc". Did you mean --metric?'],
  [
    "error: option '--grain <grain>' argument 'months' is invalid. Allowed choices are day, week, month.",
    '--grain cannot be "months". Did you mean "month"? Allowed choices are day, week, month.',
  ],
  [
    "error: option '-m, --metric <ids>' argument ',' is invalid. Give at least one name.",
    '--metric cannot be ",". Give at least one name.',
  ],
  ["error: option '-b, --by <dimensions>' argument missing", '--by <dimensions> needs a value.'],
  [
    "error: too many arguments for 'report'. Expected 0 arguments but got 1: owner.",
    '"owner" does not belong to an option of report. Several values of one option are separated by commas alone, as in a,b.',
  ],
])('says %j in a sentence', (message, sentence) => {
  expect(usageSentence(message)).toBe(`${sentence} Add --help to see what there is.`);
});
