import { eventTypes } from '../vocabulary/event-types.ts';
import { csvTemplate } from './csv-template.ts';
import { exampleEvent, minimalEvent } from './example-event.ts';

/**
 * The examples that are published beside the schemas: of each type a full event, the shortest one, and a CSV template.
 * @returns path below `schema` -> text of the file
 * @example publishedExamples().has('csv/lead.captured.csv') // true
 */
export function publishedExamples(): ReadonlyMap<string, string> {
  return new Map(
    eventTypes.flatMap((type) => [
      [`examples/${type}.json`, json(exampleEvent(type))] as const,
      [`examples/${type}.minimal.json`, json(minimalEvent(type))] as const,
      [`csv/${type}.csv`, csvTemplate(type)] as const,
    ]),
  );
}

/** Lists of texts stay on one line, as people write them. */
function json(value: object): string {
  const lines = JSON.stringify(value, null, 2);
  const inline = lines.replace(/\[\n\s+("[^\n]*"(?:,\n\s+"[^\n]*")*)\n\s+\]/g, (_, texts: string) => {
    return `[${texts.replace(/\n\s+/g, ' ')}]`;
  });
  return `${inline}\n`;
}
