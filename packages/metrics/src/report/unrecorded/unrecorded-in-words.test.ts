import { defaultAgreement } from '@sameteam/agreement';
import { expect, it } from 'vitest';
import { clauseRecords } from './clause-records.ts';
import { clocksInWords, unrecordedInWords } from './unrecorded-in-words.ts';

it('says what was never recorded, and by which event it would be', () => {
  expect(unrecordedInWords(['attempts', 'spend'])).toEqual([
    'No attempt of a rep was ever recorded (lead.attempted)',
    'No spend was ever recorded (campaign.spent)',
  ]);
  expect(unrecordedInWords([])).toEqual([]);
});

it('says which event starts each clock, and that the hand-off must have been recorded', () => {
  expect(clocksInWords(defaultAgreement, ['sla.first_attempt'])).toBe(
    'No clock of the SLA has started. That of sla.first_attempt starts with lead.assigned, after a hand-off (lead.handed_off).',
  );
  expect(clocksInWords({ sla: {} })).toBeNull();
});

it('knows what starts and what keeps a clause', () => {
  expect(clauseRecords(defaultAgreement).map(({ clause, starts, keeps }) => [clause, starts, keeps])).toEqual([
    ['sla.first_attempt', ['hand_offs', 'owners'], ['attempts']],
    ['sla.decision', ['hand_offs', 'owners'], ['acceptances', 'rejections', 'recyclings', 'disqualifications']],
  ]);
});
