import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { lintRule } from './lint-rule.ts';
import { sidesOf } from './sides-of.ts';

/** SLAs of one side only, or of none: the sides are the required signers' teams, with the teams within them. */
export const oneSided = lintRule({
  code: 'one-sided',
  severity: 'warning',
  title: 'Only one side promises anything.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) => {
      const sides = sidesOf(agreement);
      const owed = Object.values(agreement.sla).map(({ of }) => of);
      const owing = sides.filter(({ teams }) => teams.some((team) => owed.includes(team)));
      if (sides.length < 2 || owing.length > 1) return [];
      const silent = sides.filter((side) => !owing.includes(side)).map(({ name }) => name);
      const [only] = owing;
      return [
        {
          path: ['sla'],
          atKey: true,
          message:
            only === undefined
              ? `Neither ${namesInWords(silent, 'nor')} promises anything, so that the agreement binds nobody to anything.`
              : `Every SLA is owed by "${only.name}" and none by ${namesInWords(silent)}: what only one side promises, only one side is blamed for.`,
          remedy: `Write under "sla" what ${namesInWords(silent)} ${silent.length === 1 ? 'owes' : 'owe'}: leads in quantity and quality, or attempts and a decision in time.`,
        },
      ];
    }),
});
