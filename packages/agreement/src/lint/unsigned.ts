import { lintRule } from './lint-rule.ts';

/** The version is a draft: required signatures are missing. */
export const unsigned = lintRule({
  code: 'unsigned',
  severity: 'information',
  title: 'Required signatures are missing, so that this version is a draft.',
  check: ({ agreement, signed }) => {
    if (signed === 'signed') return [];
    const { required } = agreement.signatures;
    const who = required.join(', ');
    return [
      {
        path: ['signatures'],
        atKey: true,
        message:
          signed === 'partly'
            ? `Version ${agreement.version} is signed, but not yet by all of ${who}, so that it is a draft and binds nobody.`
            : `Version ${agreement.version} is not signed by ${who}, so that it is a draft and binds nobody.`,
        remedy: 'Sign it with "sameteam agreement sign" once both teams agree; everything works until then.',
      },
    ];
  },
});
