import { expect, it } from 'vitest';
import type { ReportRow } from '../report-row.ts';
import { whyNotMature } from './why-not-mature.ts';

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
  expect(whyNotMature(row(true), null)).toBe('Nothing of it is open any more.');
  expect(whyNotMature(row(false), null)).toBe(
    'Some of it is still open: it may yet be kept, missed or come to its end.',
  );
});

it('says nothing of a number that does not mature', () => {
  expect(whyNotMature(row(null), { days: 90, clause: null })).toBeNull();
});
