import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A reason that sends a lead back to marketing without a program that takes it. */
export const reasonWithoutRoute = lintRule({
  code: 'reason-without-route',
  severity: 'error',
  title: 'A lead goes back, and no program takes it.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { reasons } }) =>
      Object.entries(reasons).flatMap(([name, reason]) =>
        reason.then === 'recycle' && reason.program === undefined
          ? [
              {
                path: ['reasons', name],
                atKey: true,
                message: `Leads that go back for "${name}" enter no program, so that they lie with nobody until somebody remembers them.`,
                remedy: 'Name the program that takes them under "program".',
              },
            ]
          : [],
      ),
    ),
});
