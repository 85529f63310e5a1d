import { readFileSync } from 'node:fs';
import { type EventType, eventSchema, eventTypes, validateEvent } from '@sameteam/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { simulateCompany } from '../src/simulate-company.ts';

const ajv = new Ajv2020();
const files = new Map(
  eventTypes.map((type) => {
    const file = new URL(import.meta.resolve(`@sameteam/model/schema/${type}.json`));
    return [type, ajv.compile(JSON.parse(readFileSync(file, 'utf8')))];
  }),
);
const schemas = new Map(eventTypes.map((type) => [type, eventSchema(type)]));

test('validateEvent, zod and ajv on the published files accept every event of the simulated company', () => {
  const refused: unknown[] = [];
  const types = new Set<EventType>();
  let events = 0;
  for (const event of simulateCompany({ seed: 1 }).events) {
    events++;
    types.add(event.type);
    const isGood =
      validateEvent(event).success &&
      schemas.get(event.type)?.safeParse(event).success === true &&
      files.get(event.type)?.(event) === true;
    if (!isGood && refused.length < 5) refused.push(event);
  }
  expect(refused).toEqual([]);
  expect(events).toBeGreaterThan(500_000);
  expect(types.size).toBeGreaterThan(30);
}, 120_000);
