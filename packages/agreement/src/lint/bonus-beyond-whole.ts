import { lintRule } from './lint-rule.ts';

/** The shares of a bonus add up to more than the bonus. */
export const bonusBeyondWhole = lintRule({
  code: 'bonus-beyond-whole',
  severity: 'error',
  title: 'The parts of a bonus are more than the whole.',
  check: ({ agreement: { compensation } }) =>
    Object.entries(compensation).flatMap(([team, parts]) => {
      // In millionths, so that 0.7 + 0.2 + 0.1 is one.
      const sum = parts.reduce((total, { share }) => total + Math.round(share * 1e6), 0) / 1e6;
      if (sum <= 1) return [];
      return [
        {
          path: ['compensation', team],
          atKey: true,
          message: `The shares of the bonus of "${team}" add up to ${sum}, more than the whole, so that it cannot be paid as it is written.`,
          remedy: 'Let them add up to 1 or less; what is left rests on something outside of the agreement.',
        },
      ];
    }),
});
