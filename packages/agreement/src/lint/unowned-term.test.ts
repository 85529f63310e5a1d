import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { defaultAgreement } from '../default-agreement.ts';
import { normaliseAgreement } from '../effective/normalise-agreement.ts';
import { lintAgreement } from './lint-agreement.ts';
import { unownedTerm } from './unowned-term.ts';

describe('unowned-term', () => {
  it('finds a term that nobody enters, also of a stage once it is written', () => {
    expect(lintPlaces(unownedTerm, { terms: { account: { entered: null } } })).toEqual(['/terms/account']);
    expect(lintPlaces(unownedTerm, { terms: { sal: { means: 'We took it.' } } })).toEqual(['/terms/sal']);
  });

  it('leaves the terms alone that are added where teams have other names', () => {
    const { terms: _, ...rest } = defaultAgreement;
    const renamed = JSON.parse(JSON.stringify(rest).replaceAll('"sales"', '"closers"'));
    const agreement = normaliseAgreement(renamed);
    expect(agreement.terms.sal?.entered).toBeUndefined();
    expect(lintAgreement(agreement, { asOf: 0, rules: [unownedTerm] })).toEqual([]);
  });
});
