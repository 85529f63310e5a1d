import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { metricWindow } from './metric-window.ts';

const agreement = agreementWith({ windows: { default: '60d', lead_to_win: '180d', mql_to_sal: '36h' } });
const windowOf = (id: string) => {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return metricWindow(metric, agreement);
};

describe('metricWindow', () => {
  it('is the window of the conversion, by its clause', () => {
    expect(windowOf('lead_to_win_rate')).toMatchObject({ days: 180, clause: 'windows.lead_to_win' });
    expect(windowOf('days_to_won_median')).toMatchObject({ days: 180, clause: 'windows.lead_to_win' });
    expect(windowOf('mql_to_sal_rate')).toMatchObject({ days: 1.5, clause: 'windows.mql_to_sal' });
    expect(windowOf('mql_to_won_rate')).toMatchObject({ days: 60, clause: 'windows.default' });
  });

  it('is the limit of a share, which no clause sets', () => {
    expect(windowOf('won_within_30_days')).toEqual({ days: 30, clause: null });
  });

  it.each(['won', 'bookings', 'sla_attainment', 'sales_velocity', 'qualified_target', 'open_pipeline'])(
    'is none for what does not mature by time: %s',
    (id) => {
      expect(windowOf(id)).toBeNull();
    },
  );
});
