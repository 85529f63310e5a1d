import { z } from 'zod';
import { exampleOf } from '../examples/example-of.ts';
import { limits } from '../vocabulary/limits.ts';
import { day } from '../wire/day.ts';
import { field } from '../wire/field.ts';
import { count } from '../wire/numbers.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';
import { idsOf } from './external-id.ts';

/** Days on which somebody does not work. */
export const absence = z
  .strictObject({
    from: field(day(), {
      means: 'First day of the absence.',
      unit: 'YYYY-MM-DD',
      example: '2026-12-21',
      entered: 'a rep',
    }),
    until: field(day(), {
      means: 'Last day of the absence, included.',
      unit: 'YYYY-MM-DD',
      example: '2027-01-03',
      entered: 'a rep',
    }),
  })
  .describe('Days on which somebody does not work.');

/** What `roster.changed` says: the rep is its subject. */
export const rosterFactsShape = {
  team: field(name(), {
    means: 'Team of the agreement that the rep works in.',
    example: 'sales',
    entered: 'revenue operations',
  }),
  name: field(name().nullish(), {
    means: 'Name of the rep on screen.',
    example: 'Sam Ortiz',
    entered: 'revenue operations',
  }),
  from: field(day().nullish(), {
    means: 'First day in the team.',
    unit: 'YYYY-MM-DD',
    example: '2026-07-01',
    entered: 'revenue operations',
  }),
  until: field(day().nullish(), {
    means: 'Last day in the team, included; null while it is open.',
    unit: 'YYYY-MM-DD',
    example: '2027-06-30',
    entered: 'revenue operations',
  }),
  capacity: field(count().nullish(), {
    means: 'How many leads the rep can work at a time.',
    unit: 'leads',
    example: 40,
    entered: 'sales',
  }),
  calendar: field(name().nullish(), {
    means: 'Calendar of the agreement that holds for the rep.',
    example: 'berlin',
    entered: 'revenue operations',
  }),
  away: field(z.array(absence).max(limits.listLength).optional(), {
    means: 'Absences of the rep; the list replaces the one before.',
    unit: `at most ${limits.listLength} entries`,
    example: [exampleOf(absence)],
    entered: 'a rep',
  }),
};

/** Who works where, from and until when. */
export const rosterPerson = z
  .strictObject({
    id: field(subjectText('rep'), {
      means: 'Typed id of the rep.',
      unit: 'rep/ and an id',
      example: 'rep/rep-7',
      entered: 'revenue operations',
    }),
    ...rosterFactsShape,
    ids: idsOf('salesforce', 'user', '005-1177'),
  })
  .describe('Who works where, from and until when.');

/** Who works where, from and until when. */
export type RosterPerson = z.infer<typeof rosterPerson>;
