import { expect, it } from 'vitest';
import { metricDefinition } from '../metrics/registry.ts';
import type { ReportRow } from '../report-row.ts';
import { whyNotMature as why } from './why-not-mature.ts';

function whyNotMature(row: ReportRow, window: Parameters<typeof why>[1], id = 'lead_to_win_rate') {
  const metric = metricDefinition(id);
  if (metric === undefined) throw new Error(`There is no metric ${id}.`);
  return why(row, window, metric);
}

const row = (mature: boolean | null) => ({ mature }) as ReportRow;

it('says how long the window is, and by which clause', () => {
  const window = { days: 90, clause: 'windows.default' };
  expect(whyNotMature(row(true), window)).toBe('All of it has had the 90 days of windows.default.');
  expect(whyNotMature(row(false), window)).toBe(
    'Not all of it has had the 90 days of windows.default: what is to come is still missing.',
  );
  expect(whyNotMature(row(false), { days: 1, clause: null })).toContain('has had the 1 day: what is to come');
});

it('says whether something is still open where no time decides', () => {
  expect(whyNotMature(row(true), null, 'sla_attainment')).toBe('Nothing of it is open any more.');
  expect(whyNotMature(row(false), null, 'sla_attainment')).toBe(
    'Some of it is still open, and not counted yet: it may yet be kept or missed.',
  );
  expect(whyNotMature(row(false), null, 'meeting_held_rate')).toMatch(/it may yet be held, missed or canceled\.$/);
});

it('says of a figure of figures that one of them is young', () => {
  expect(whyNotMature(row(false), null, 'black_hole_value')).toBe(
    'A figure that it is made of is of a young cohort, and can still change.',
  );
  expect(whyNotMature(row(true), null, 'expected_deal')).toBe('Every cohort that it is made of has had its time.');
});

it('says nothing of a number that does not mature', () => {
  expect(whyNotMature(row(null), { days: 90, clause: null })).toBeNull();
});
