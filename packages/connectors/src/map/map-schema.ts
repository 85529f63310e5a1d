import { eventTypes } from '@sameteam/model';
import { z } from 'zod';
import { csvDelimiters, csvEncodings } from '../csv/dialect.ts';

/** Keys that make an object of a map a cell and not a group of fields. */
export const cellKeys = ['column', 'firstOf', 'template'] as const;

const heading = z
  .string()
  .min(1)
  .describe('A heading of the file, or `other.heading` for a column taken from a joined file.');
const headings = z.array(heading).min(1);
const zone = z.string().min(1).describe('IANA time zone, such as Europe/Berlin.');
const template = z.string().describe('Text with {heading} in it; {{ and }} are braces. Without one it is a constant.');
const patterns = z
  .union([z.string(), z.array(z.string()).min(1)])
  .describe(
    'yyyy yy MM M MMM dd d HH H hh h a mm ss SSS XXX, or iso, epoch-s, epoch-ms; the first of a list that fits.',
  );

const place = {
  column: heading.optional(),
  firstOf: headings.optional().describe('The first of these columns that has a value.'),
  template: template.optional(),
};

/** Where a time stands and how it is written. */
export const timeSchema = z
  .strictObject({
    column: heading.optional(),
    firstOf: headings.optional().describe('The first of these columns that has a value.'),
    template: template.optional().describe('Several columns put together, such as "{day} {hour}".'),
    format: patterns,
    zone: zone.optional().describe('Instead of the zone of the file.'),
  })
  .describe('Where a time stands. A value without a time of day is the start of that day in the zone.')
  .meta({ id: 'Time' });

/** A condition on the cells of a row. */
export const conditionSchema = z
  .union([
    z.strictObject({
      column: heading,
      present: z.boolean().optional().describe('Whether there is a value.'),
      is: z.string().optional().describe('The value is this text.'),
      in: z.array(z.string()).min(1).optional().describe('The value is one of these texts.'),
      notIn: z.array(z.string()).min(1).optional().describe('There is a value, and it is none of these texts.'),
    }),
    z.strictObject({
      get all() {
        return z.array(conditionSchema).min(1).describe('Each of these holds.');
      },
    }),
    z.strictObject({
      get any() {
        return z.array(conditionSchema).min(1).describe('One of these holds.');
      },
    }),
  ])
  .describe('When the row has this event.')
  .meta({ id: 'Condition' });

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A value taken from cells. */
export const cellSchema = z
  .strictObject({
    ...place,
    as: z
      .enum(['text', 'integer', 'number', 'boolean', 'money', 'date', 'time', 'list'])
      .optional()
      .describe(
        'What it becomes. Default: money with `currency`, list with `split`, date or time with `format`, else text.',
      ),
    case: z
      .enum(['lower', 'upper', 'snake'])
      .optional()
      .describe('snake: lower case, and one _ for each run of blanks, dashes and slashes.'),
    rename: z.record(z.string(), scalar).optional().describe('Old value: new value, after `case`.'),
    prefix: z.string().min(1).optional().describe('Put before the text, or before each item of a list: "lead/".'),
    only: z.boolean().optional().describe('Refuse a row with a value that `rename` does not name.'),
    empty: z.array(z.string()).optional().describe('More texts that mean: no value.'),
    decimal: z.enum(['.', ',']).optional().describe('Decimal sign of a number or of money. Default: a point.'),
    currency: z
      .union([z.string().regex(/^[A-Z]{3}$/), z.strictObject({ column: heading })])
      .optional()
      .describe('ISO 4217 code, or the column that holds it.'),
    unit: z.enum(['major', 'minor']).optional().describe('Whether 12 means 12 euros or 12 cents. Default: major.'),
    split: z.string().min(1).optional().describe('What parts the items of a list.'),
    format: patterns.optional(),
    zone: zone.optional(),
    true: z.array(z.string()).min(1).optional().describe('Texts that mean true, in any case.'),
    false: z.array(z.string()).min(1).optional().describe('Texts that mean false, in any case.'),
    else: scalar
      .optional()
      .describe('What to say when there is no value: a constant, or null to clear. Default: say nothing.'),
  })
  .describe('A value taken from the cells of a row.')
  .meta({ id: 'Cell' });

/** What a field of an event is made of. */
export const valueSchema = z
  .union([
    template,
    z.number(),
    z.boolean(),
    z.null(),
    cellSchema,
    z.array(z.lazy((): z.ZodType<ValueSpec> => valueSchema as z.ZodType<ValueSpec>)),
    z.record(
      z.string().regex(/^(?!(?:column|firstOf|template|__proto__)$)[A-Za-z_][\w.-]*$/),
      z.lazy((): z.ZodType<ValueSpec> => valueSchema as z.ZodType<ValueSpec>),
    ),
  ])
  .describe('A template or constant, a cell, a list, or a group of fields.')
  .meta({ id: 'Value' });

const eventSchema = z
  .strictObject({
    type: z.enum(eventTypes).describe('Type of the event.'),
    id: template.optional().describe('Id within the source. Default: <file>/<key>/<type>.'),
    subject: template.describe('What it is about, such as "lead/{mql_id}".'),
    time: timeSchema,
    when: conditionSchema.optional(),
    data: z.record(z.string(), valueSchema).optional().describe('The fields of the event.'),
  })
  .describe('One event that a row gives.')
  .meta({ id: 'Event' });

const joinSchema = z
  .strictObject({
    file: z.string().describe('Another file of this map, given in the same import.'),
    on: z.record(z.string(), z.string()).describe('A heading of this file: the heading of the other one.'),
    take: z.array(z.string().min(1)).min(1).describe('Headings of the other file; written here as <file>.<heading>.'),
    required: z.boolean().optional().describe('Refuse a row without a partner. Default: its taken columns are empty.'),
  })
  .describe('Columns taken from another file by id.')
  .meta({ id: 'Join' });

const fileSchema = z
  .strictObject({
    match: z
      .union([z.string(), z.strictObject({ headings })])
      .optional()
      .describe(
        'Which given file this is: a pattern of its name with * and ?, or headings that it has. Default: by the headings that are used.',
      ),
    rows: z
      .enum(['events', 'records'])
      .default('events')
      .describe('events: a changed row is a conflict; records: it becomes update events.'),
    key: z.union([heading, headings]).describe('The columns that identify a row.'),
    source: z.string().min(1).optional().describe('Instead of the source of the map.'),
    zone: zone.optional().describe('Instead of the zone of the map.'),
    delimiter: z.enum(csvDelimiters).optional().describe('Default: found out.'),
    encoding: z.enum(csvEncodings).optional().describe('Default: by the byte order mark, else utf-8.'),
    empty: z.array(z.string()).optional().describe('Texts that mean: no value. A cell without text always does.'),
    trim: z.boolean().optional().describe('Whether blanks around a value are dropped. Default: true.'),
    columns: headings.optional().describe('Headings that must be there. Default: the ones that are used.'),
    optional: headings.optional().describe('Headings that may be missing: their cells are empty then.'),
    changed: timeSchema
      .optional()
      .describe('When a record last changed (rows: records). Default: the time of the import.'),
    joins: z.array(joinSchema).optional(),
    events: z.array(eventSchema).min(1).describe('The events that each row gives.'),
  })
  .describe('One file of an export.')
  .meta({ id: 'File' });

/** The schema of a map: how the rows of an export become events. */
export const leadMapSchema = z
  .strictObject({
    'sameteam-map': z.literal(1).describe('Version of the form of this map.'),
    source: z.string().min(1).describe('Who says it: `source` of all events, such as csv/olist.'),
    zone: zone.describe('Time zone of the times that name none.'),
    files: z
      .record(z.string().regex(/^[A-Za-z_][\w-]*$/), fileSchema)
      .describe('The files of the export, each by a short name that stays: it is part of the ids.'),
  })
  .describe('How the rows of an export become events.');

/** A map as it was written, checked. */
export type LeadMap = z.infer<typeof leadMapSchema>;

/** One file of a map. */
export type FileSpec = LeadMap['files'][string];

/** One event of a file. */
export type EventSpec = FileSpec['events'][number];

/** One join of a file. */
export type JoinSpec = NonNullable<FileSpec['joins']>[number];

/** Where a time stands. */
export type TimeSpec = z.infer<typeof timeSchema>;

/** A value taken from cells. */
export type CellSpec = z.infer<typeof cellSchema>;

/** When a row has an event. */
export type ConditionSpec = z.infer<typeof conditionSchema>;

/** What a field of an event is made of. */
export type ValueSpec =
  | string
  | number
  | boolean
  | null
  | CellSpec
  | readonly ValueSpec[]
  | { readonly [field: string]: ValueSpec };
