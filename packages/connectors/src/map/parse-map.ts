import { type Document, LineCounter, parseDocument, visit } from 'yaml';
import { ConnectorError } from '../connector-error.ts';
import { findPlace } from './find-place.ts';
import type { MapFault } from './map-fault.ts';
import { type LeadMap, leadMapSchema } from './map-schema.ts';
import { meaningFaults } from './meaning-faults.ts';
import { type PathFault, schemaFaults } from './schema-faults.ts';

/**
 * Reads a map from YAML or JSON and checks all of it: form, words, headings against `columns`, time patterns, zones,
 * fields of the events against the model.
 * @param text the map
 * @param options.name how messages call it; default `map`
 * @returns the map with its defaults filled in
 * @throws ConnectorError `bad-map`, with line and column of every fault
 * @example parseMap(text).files.leads?.rows // 'events'
 */
export function parseMap(text: string, options: { readonly name?: string } = {}): LeadMap {
  const name = options.name ?? 'map';
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
    stringKeys: true,
  });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error): MapFault => {
      const { line, col } = counter.linePos(error.pos[0]);
      return { line, column: col, path: '', message: `${error.message.split('\n')[0]}.`.replace(/\.\.$/, '.') };
    });
    throw new ConnectorError('bad-map', { name, faults });
  }
  const value = toValue(document, counter, name);
  const formFaults = schemaFaults(value);
  if (formFaults.length > 0) throw placed(formFaults, document, counter, name);
  const map = leadMapSchema.parse(value);
  const faults = meaningFaults(map);
  if (faults.length > 0) throw placed(faults, document, counter, name);
  return map;
}

function toValue(document: Document, counter: LineCounter, name: string): unknown {
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    // An alias (*name) without its anchor, or one that contains itself.
    let offset = 0;
    visit(document, {
      Alias(_, node) {
        if (node.resolve(document) !== undefined) return undefined;
        offset = node.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    const { line, col } = counter.linePos(offset);
    const message = `${cause instanceof Error ? cause.message : String(cause)}. Put text that starts with * in quotes.`;
    throw new ConnectorError('bad-map', { name, faults: [{ line, column: col, path: '', message }] }, { cause });
  }
}

function placed(faults: readonly PathFault[], document: Document, counter: LineCounter, name: string): ConnectorError {
  const list = faults.map(
    ({ path, message, atKey }): MapFault => ({
      ...findPlace(document, counter, path, atKey),
      path: path.join('.'),
      message,
    }),
  );
  return new ConnectorError('bad-map', { name, faults: list });
}
