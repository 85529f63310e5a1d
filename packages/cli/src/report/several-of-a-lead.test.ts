import { metricDefinitions } from '@sameteam/metrics';
import { expect, it } from 'vitest';
import { severalOfALead } from './several-of-a-lead.ts';

it.each([
  ['sla_attainment', 'numerator', 'The number is of entries of the SLA: a lead can have several.'],
  ['win_rate', 'denominator', 'The number is of deals: a lead can have several.'],
  ['meeting_held_rate', 'numerator', 'The number is of meetings: a lead can have several.'],
  ['captured', 'numerator', null],
  ['lead_to_win_rate', 'denominator', null],
  ['cost_per_customer', 'denominator', null],
  ['no_such_metric', 'numerator', null],
] as const)('says of %s what a lead can have several of', (id, part, sentence) => {
  expect(severalOfALead(id, metricDefinitions, part)).toBe(sentence);
});
