import type { Agreement } from '../agreement.ts';
import { type LintFinding, lintRule } from './lint-rule.ts';

/** A version that can bind on no day: its last day is before its first, or has passed while it is not signed. */
export const neverBinds = lintRule({
  code: 'never-binds',
  severity: 'error',
  title: 'A version that can bind on no day.',
  check: ({ agreement, asOf, signed }) => {
    const { effective, until } = agreement;
    if (until === null) return [];
    if (effective !== null && until < effective) {
      return [found(agreement, `its last day, ${until}, is before its first day, ${effective}`)];
    }
    if (signed === 'signed' || until >= asOf.day) return [];
    return [found(agreement, `its last day, ${until}, has passed on ${asOf.day}, and it is not signed`)];
  },
});

function found({ version }: Agreement, why: string): LintFinding {
  return {
    path: ['until'],
    message: `Version ${version} can bind on no day: ${why}.`,
    remedy: 'Correct "until", or remove it so that the version binds until the next one.',
  };
}
