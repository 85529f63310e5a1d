import { readFileSync } from 'node:fs';
import { simulateCompany } from '@sameteam/mocks';
import { eventCatalog, eventTypes, type LeadEvent, validateEvent } from '@sameteam/model';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { count, median, printFigures } from './table.ts';

interface Way {
  readonly what: string;
  /** How many of the events it accepts. */
  readonly run: () => number;
}

/**
 * Validating the events of a simulated company, all of them good, as they come out of JSON.parse: against JSON.parse of the
 * same bytes, plain zod, and ajv compiled from the published files.
 */
export async function benchValidate(leads: number, runs: number): Promise<void> {
  const lines = Array.from(simulateCompany({ seed: 1, leads }).events, (event) => JSON.stringify(event));
  const events: readonly LeadEvent[] = lines.map((line) => JSON.parse(line));
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  const { validate, ...peers } = waysOf(lines, events);
  const times = timesOf([validate, ...Object.values(peers)], events.length, runs);
  const perSecond = (way: Way) => events.length / (median(times.get(way) ?? []) / 1000);
  const own = perSecond(validate);
  const held = (way: Way, goal: number | null) => ({
    what: way.what,
    value: `${count(perSecond(way))}/s`,
    against: `validateEvent is ${(own / perSecond(way)).toFixed(2)} times as fast${goal === null ? '' : ` (goal ${goal})`}`,
    isMet: goal === null ? null : own / perSecond(way) >= goal,
  });
  const types = new Set(events.map(({ type }) => type)).size;
  printFigures(
    `Validating ${count(events.length)} events of ${types} types, ${Math.round(bytes / events.length)} bytes each`,
    [
      { what: validate.what, value: `${count(own)}/s`, against: '', isMet: null },
      held(peers.parse, null),
      held(peers.ajv, 1),
      held(peers.ajvWithFewerRules, null),
      held(peers.zod, 3),
    ],
  );
}

function waysOf(lines: readonly string[], events: readonly LeadEvent[]) {
  const fromFiles = compiled((schema) => schema);
  const fromFewer = compiled(withoutTextRules);
  const plain = new Map(eventTypes.map((type) => [type, plainZod(type)]));
  const accepted = (accepts: (event: LeadEvent) => boolean) => () => events.filter(accepts).length;
  return {
    validate: { what: 'validateEvent', run: accepted((event) => validateEvent(event).success) },
    parse: {
      what: 'JSON.parse of the same bytes',
      run: () => lines.filter((line) => JSON.parse(line) !== null).length,
    },
    ajv: {
      what: 'ajv, compiled from the published files',
      run: accepted((event) => fromFiles.get(event.type)?.(event) === true),
    },
    ajvWithFewerRules: {
      what: 'ajv, without the rules for characters, keys and links',
      run: accepted((event) => fromFewer.get(event.type)?.(event) === true),
    },
    zod: { what: 'plain zod', run: accepted((event) => plain.get(event.type)?.safeParse(event).success === true) },
  } as const satisfies Readonly<Record<string, Way>>;
}

/** Rounds alternate between the ways, so that what slows the machine down slows all of them. */
function timesOf(ways: readonly Way[], expected: number, runs: number): ReadonlyMap<Way, readonly number[]> {
  const times = new Map(ways.map((way): [Way, number[]] => [way, []]));
  for (let round = 0; round < runs; round++) {
    for (const [way, taken] of times) {
      const start = performance.now();
      const accepted = way.run();
      taken.push(performance.now() - start);
      if (accepted !== expected) throw new Error(`${way.what} accepts ${accepted} of ${expected} good events.`);
    }
  }
  return times;
}

type Schema = Record<string, unknown>;

function compiled(change: (schema: Schema) => Schema): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020();
  return new Map(
    eventTypes.map((type) => [type, ajv.compile({ ...change(published(type)), $id: `${type}-of-bench` })]),
  );
}

function published(type: string): Schema {
  return JSON.parse(readFileSync(new URL(import.meta.resolve(`@sameteam/model/schema/${type}.json`)), 'utf8'));
}

/** What vendors' schemas leave out as a rule: which characters, keys and links there may be, and newer versions. */
function withoutTextRules({ if: _, then: __, else: ___, $defs, ...schema }: Schema): Schema {
  const { data } = $defs as { readonly data: Schema };
  const properties = { ...(schema.properties as Schema), data };
  return relaxed({ ...schema, properties }) as Schema;
}

function relaxed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relaxed);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      !(key === 'pattern' && String(inner).includes('\\uD800')) &&
      key !== 'propertyNames' &&
      !(key === 'additionalProperties' && typeof inner === 'object'),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, relaxed(inner)]));
}

/** As somebody would write it who has the data of each type: no rule for characters, keys and links in the envelope. */
function plainZod(type: (typeof eventTypes)[number]): z.ZodType {
  return z.looseObject({
    specversion: z.literal('1.0'),
    id: z.string().min(1).max(200),
    source: z.string().min(1).max(2048),
    type: z.literal(type),
    subject: z.string().min(3).max(220),
    time: z.iso.datetime({ offset: true }),
    data: eventCatalog[type].data,
  });
}
