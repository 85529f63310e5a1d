import { stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { AgreementError } from '../agreement-error.ts';
import { conversionId, conversionIds } from '../vocabulary/conversions.ts';
import { conversionWindow } from './conversion-window.ts';

const agreement = { windows: { default: '90d', lead_to_win: '180d', mql_to_sal: '36h' } } as const;

describe('conversionWindow', () => {
  it('takes the window of the conversion, and names its clause', () => {
    expect(conversionWindow(agreement, { from: 'captured', to: 'won' })).toEqual({
      days: 180,
      ms: 15_552_000_000,
      clause: 'windows.lead_to_win',
    });
    expect(conversionWindow(agreement, { from: 'mql', to: 'sal' })).toEqual({
      days: 1.5,
      ms: 129_600_000,
      clause: 'windows.mql_to_sal',
    });
  });

  it('takes the default where the conversion has none', () => {
    expect(conversionWindow(agreement, { from: 'mql', to: 'won' })).toEqual({
      days: 90,
      ms: 7_776_000_000,
      clause: 'windows.default',
    });
  });

  it('refuses to go nowhere or back', () => {
    expect(() => conversionWindow(agreement, { from: 'sal', to: 'mql' })).toThrow(AgreementError);
    expect(() => conversionWindow(agreement, { from: 'sal', to: 'sal' })).toThrow(/earlier to a later stage/);
  });
});

describe('conversionIds', () => {
  it('names each pair of stages once', () => {
    expect(conversionIds).toHaveLength((stages.length * (stages.length - 1)) / 2);
    expect(new Set(conversionIds).size).toBe(conversionIds.length);
    expect(conversionIds).toContain('captured_to_mql');
    expect(conversionIds).toContain('mql_to_won');
    expect(conversionIds).not.toContain('captured_to_won');
    expect(conversionId({ from: 'captured', to: 'won' })).toBe('lead_to_win');
  });
});
