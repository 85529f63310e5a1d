import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A program that no lead ever leaves: it has neither `exit` nor `atMost`. */
export const programWithoutExit = lintRule({
  code: 'program-without-exit',
  severity: 'error',
  title: 'A program that no lead ever leaves.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { programs } }) =>
      Object.entries(programs).flatMap(([name, { exit, atMost }]) =>
        exit === undefined && atMost === undefined
          ? [
              {
                path: ['programs', name],
                atKey: true,
                message: `The program "${name}" has neither "exit" nor "atMost", so that a lead that enters it stays in it for ever and is never looked at again.`,
                remedy:
                  'Say under "exit" when a lead is ready for more, or with "atMost" and "next" how long it stays and what comes then.',
              },
            ]
          : [],
      ),
    ),
});
