import { type Document, LineCounter, parseDocument } from 'yaml';
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
 * @example parseMap('sameteam-map: 1\nsource: csv/x\nzone: UTC\nfiles: …').files.leads?.rows // 'events'
 */
export function parseMap(text: string, options: { readonly name?: string } = {}): LeadMap {
  const name = options.name ?? 'map';
  const counter = new LineCounter();
  const document = parseDocument(text.replace(/^\ufeff/, ''), {
    lineCounter: counter,
    prettyErrors: false,
    uniqueKeys: true,
  });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error): MapFault => {
      const { line, col } = counter.linePos(error.pos[0]);
      return { line, column: col, path: '', message: `${error.message.split('\n')[0]}.`.replace(/\.\.$/, '.') };
    });
    throw new ConnectorError('bad-map', { name, faults });
  }
  const value: unknown = document.toJS();
  const formFaults = schemaFaults(value);
  if (formFaults.length > 0) throw placed(formFaults, document, counter, name);
  const map = leadMapSchema.parse(value);
  const faults = meaningFaults(map);
  if (faults.length > 0) throw placed(faults, document, counter, name);
  return map;
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
