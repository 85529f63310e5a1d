import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A reason that sends a lead back for ever: neither a time nor a condition brings it up again. */
export const recycleWithoutDate = lintRule({
  code: 'recycle-without-date',
  severity: 'warning',
  title: 'A lead goes back, and nothing brings it up again.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { reasons } }) =>
      Object.entries(reasons).flatMap(([name, reason]) =>
        reason.then === 'recycle' && reason.revisitAfter === undefined && reason.reviveWhen === undefined
          ? [
              {
                path: ['reasons', name],
                atKey: true,
                message: `Leads that go back for "${name}" are never due again: there is neither a time after which they are revisited nor a condition that revives them.`,
                remedy: 'Add "revisitAfter", such as 90d, or "reviveWhen" with a condition.',
              },
            ]
          : [],
      ),
    ),
});
