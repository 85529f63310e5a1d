import { csvTemplate } from '../examples/csv-template.ts';
import { exampleEvent } from '../examples/example-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { openApiComponents } from './open-api-components.ts';
import { publishedSchemas } from './published-schemas.ts';

/**
 * Every published file: the schemas, the components for OpenAPI, and of each type of event an example and a template in CSV.
 * @returns path below `schema/` -> text
 */
export function publishedFiles(): ReadonlyMap<string, string> {
  const schemas = [...publishedSchemas()].map(([name, schema]) => [`${name}.json`, json(schema)] as const);
  return new Map([
    ...schemas,
    ['openapi-components.json', json(openApiComponents())],
    ...eventTypes.map((type) => [`examples/${type}.json`, json(exampleEvent(type))] as const),
    ...eventTypes.map((type) => [`csv/${type}.csv`, csvTemplate(type)] as const),
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
