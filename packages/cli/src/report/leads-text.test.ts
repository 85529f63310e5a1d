import type { LeadRow } from '@sameteam/api/client';
import { expect, it } from 'vitest';
import { styleOf } from '../terminal/style.ts';
import { leadsCsv, leadsMarkdown, leadsTable } from './leads-text.ts';
import { marksOf } from './marks.ts';

const row: LeadRow = {
  lead: 'lead/1',
  source: { channel: 'email', medium: null, campaign: null, landingPage: null, motion: null },
  segment: null,
  owner: 'max',
  readiness: null,
  stages: { captured: '2026-07-08T08:00:00.000Z', mql: null },
  implied: [],
  impossibleOrder: false,
};
const entry = {
  clause: 'sla.call',
  dueAt: '2026-07-09T10:30:00.000Z',
  satisfiedAt: '2026-07-11T13:30:00.000Z',
  entries: 1,
};
const missed: LeadRow = {
  ...row,
  entries: [{ ...entry, clause: 'sla.decide', dueAt: '2026-07-09T09:00:00.000Z' }, entry],
};
const open: LeadRow = { ...row, lead: 'lead/2', entries: [{ ...entry, satisfiedAt: null }] };

const env = { NO_COLOR: '1' };
const stdout = { columns: 120, isTerminal: false, write: () => undefined };

it('says of a broken promise when it was due and when it was done', () => {
  const text = leadsTable([missed, open], { style: styleOf(stdout, env), columns: 100, marks: marksOf(env) });
  expect(text.split('\n').slice(0, 3)).toEqual([
    'Lead    Due (UTC)         Done (UTC)        Owner  Clause         Reached   Channel  Captured',
    'lead/1  2026-07-09 10:30  2026-07-11 13:30  max    sla.call (+1)  captured  email    2026-07-08',
    'lead/2  2026-07-09 10:30  –                 max    sla.call       captured  email    2026-07-08',
  ]);
  expect(leadsMarkdown([missed])).toContain('| lead/1 | 2026-07-09 10:30 | 2026-07-11 13:30 | max |');
});

it('gives the instants to a spreadsheet, and columns of the SLA only where they mean something', () => {
  const [head, first, second] = leadsCsv([missed, open]).split('\n');
  expect(head?.endsWith(',impossibleOrder,slaClause,slaDue,slaSatisfied')).toBe(true);
  expect(first?.endsWith(',sla.call,2026-07-09T10:30:00.000Z,2026-07-11T13:30:00.000Z')).toBe(true);
  expect(second?.endsWith(',sla.call,2026-07-09T10:30:00.000Z,')).toBe(true);
  expect(leadsCsv([row]).split('\n')[0]?.endsWith(',impossibleOrder')).toBe(true);
  expect(leadsTable([row], { style: styleOf(stdout, env), columns: 100, marks: marksOf(env) })).toMatch(
    /^Lead {4}Captured {4}Reached/,
  );
});
