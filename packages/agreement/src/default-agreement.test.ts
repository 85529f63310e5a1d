import { stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { conversionWindow } from './clause/conversion-window.ts';
import { defaultAgreement } from './default-agreement.ts';
import { normaliseAgreement } from './effective/normalise-agreement.ts';

describe('defaultAgreement', () => {
  it('is valid and leaves no default unsaid', () => {
    expect(normaliseAgreement(defaultAgreement)).toEqual(defaultAgreement);
  });

  it('says what it is', () => {
    expect(defaultAgreement.name).toMatch(/^Default agreement/);
    expect(defaultAgreement).toMatchObject({ version: 0, effective: null, timeZone: 'UTC' });
  });

  it('gives every conversion 90 days', () => {
    for (const [index, from] of stages.entries()) {
      for (const to of stages.slice(index + 1)) {
        expect(conversionWindow(defaultAgreement, { from, to })).toEqual({
          days: 90,
          ms: 7_776_000_000,
          clause: 'windows.default',
        });
      }
    }
  });
});
