import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricWindow } from './metric-window.ts';

const agreement = agreementWith({ windows: { default: '60d', lead_to_win: '180d', mql_to_sal: '36h' } });

describe('metricWindow', () => {
  it('is the window of the conversion, by its clause', () => {
    expect(metricWindow({ kind: 'ratio', from: 'captured', to: 'won' }, agreement)).toMatchObject({
      days: 180,
      clause: 'windows.lead_to_win',
    });
    expect(metricWindow({ kind: 'duration', from: 'mql', to: 'sal', p: 0.5 }, agreement)).toMatchObject({
      days: 1.5,
      clause: 'windows.mql_to_sal',
    });
    expect(metricWindow({ kind: 'ratio', from: 'mql', to: 'won' }, agreement)).toMatchObject({
      days: 60,
      clause: 'windows.default',
    });
  });

  it('is the limit of a share, which no clause sets', () => {
    const share = { kind: 'within', from: 'captured', to: 'won', limitDays: 30 } as const;
    expect(metricWindow(share, agreement)).toEqual({ days: 30, clause: null });
  });

  it('is none for what does not mature', () => {
    expect(metricWindow({ kind: 'count', stage: 'won' }, agreement)).toBeNull();
    expect(metricWindow({ kind: 'sum', stage: 'won' }, agreement)).toBeNull();
  });
});
