import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A program that no lead ever enters: it is for no readiness, and no reason and no other program leads to it. */
export const unusedProgram = lintRule({
  code: 'unused-program',
  severity: 'warning',
  title: 'A program that no lead ever enters.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { programs, reasons } }) => {
      const entered = new Set(
        [
          ...Object.values(reasons).map((reason) => ('program' in reason ? reason.program : undefined)),
          ...Object.values(programs).map(({ next }) =>
            typeof next === 'object' && 'program' in next ? next.program : undefined,
          ),
        ].filter((name) => name !== undefined),
      );
      return Object.entries(programs).flatMap(([name, program]) =>
        program.for === undefined && !entered.has(name)
          ? [
              {
                path: ['programs', name],
                atKey: true,
                message: `No lead enters the program "${name}": it is for no readiness, and no reason and no other program leads to it.`,
                remedy: 'Say with "for" which readiness it takes, name it in a reason, or remove it.',
              },
            ]
          : [],
      );
    }),
});
