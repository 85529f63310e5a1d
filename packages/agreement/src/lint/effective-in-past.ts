import { lintRule } from './lint-rule.ts';

/** The effective day has passed, and the required signatures do not hold: the version should bind, and does not. */
export const effectiveInPast = lintRule({
  code: 'effective-in-past',
  severity: 'warning',
  title: 'It should bind already, and is not signed.',
  check: ({ agreement: { effective, until, signatures, version }, asOf, signed }) =>
    // A last day that has passed too is told by "never-binds".
    effective === null || effective >= asOf.day || signed === 'signed' || (until !== null && until < asOf.day)
      ? []
      : [
          {
            path: ['effective'],
            message: `Version ${version} says that it binds from ${effective}, which has passed on ${asOf.day}, but it is not signed by all of ${signatures.required.join(', ')}: it cannot bind for days that are over.`,
            remedy: 'Set "effective" to a day that is still to come, and sign it before.',
          },
        ],
});
