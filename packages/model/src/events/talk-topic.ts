import { z } from 'zod';
import { day } from '../wire/day.ts';
import { field } from '../wire/field.ts';
import { subjectText } from '../wire/subject-text.ts';
import { name } from '../wire/text.ts';

/** What the teams talk about. */
export const talkTopic = z
  .strictObject({
    clause: field(name().nullish(), {
      means: 'Clause of the agreement, such as sla.hot_first_attempt.',
      example: 'sla.hot_first_attempt',
      entered: 'both teams',
    }),
    metric: field(name().nullish(), {
      means: 'Number, by the id of its metric.',
      example: 'sla_attainment',
      entered: 'both teams',
    }),
    subject: field(subjectText('lead', 'contact', 'company', 'opportunity', 'campaign').nullish(), {
      means: 'Record, by its typed id.',
      unit: 'kind, slash and id',
      example: 'lead/1042',
      entered: 'both teams',
    }),
    from: field(day().nullish(), {
      means: 'First day of the period.',
      unit: 'YYYY-MM-DD',
      example: '2026-10-01',
      entered: 'both teams',
    }),
    to: field(day().nullish(), {
      means: 'Last day of the period, included.',
      unit: 'YYYY-MM-DD',
      example: '2026-10-07',
      entered: 'both teams',
    }),
  })
  .describe('What the talk is about.');
