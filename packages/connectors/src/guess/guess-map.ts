import { ConnectorError } from '../connector-error.ts';
import { compileMap } from '../map/compile-map.ts';
import { parseMap } from '../map/parse-map.ts';
import type { GivenTable } from '../map/prepare-tables.ts';
import { draftFile } from './draft-file.ts';
import type { GuessedTable } from './guessed-table.ts';
import { linkTables } from './link-tables.ts';
import { matchPreset } from './match-preset.ts';
import { readWords } from './read-words.ts';
import { sampleTable } from './sampled-table.ts';
import { tellStories } from './tell-stories.ts';
import { writeMap } from './write-map.ts';

/** A drafted map. */
export interface MapGuess {
  /** The map, with comments; `parseMap` reads it. */
  readonly mapYaml: string;
  /** What is unsure, one sentence each. */
  readonly doubts: readonly string[];
  /** Up to five leads of the samples as the map reads them, one sentence each. */
  readonly stories: readonly string[];
  /** high: known exports, nothing ambiguous; low: no story could be told. */
  readonly confidence: 'high' | 'medium' | 'low';
}

/**
 * Drafts a map for exports: knows the headings of HubSpot, Salesforce and Pipedrive, and reads others by their words and
 * values. It never decides in silence: what is open stands in `doubts` and in the comments of the map.
 * @param given names and first bytes of the files; some 64 kB to 1 MB each
 * @param options.zone time zone of times that name none; default UTC
 * @throws ConnectorError `cannot-guess` when no file can be read as leads or deals
 * @example
 * const { mapYaml, stories } = guessMap([{ name: 'contacts.csv', sample }]);
 * stories[0] // '8c18d1… was captured on 20 Oct 2017 from paid_search, qualified the same day.'
 */
export function guessMap(given: readonly GivenTable[], options: { readonly zone?: string } = {}): MapGuess {
  const zone = options.zone ?? 'UTC';
  const outcomes = given.map(({ name, sample }) => guessTable(name, sample));
  const tables = withNames(outcomes.filter((outcome) => typeof outcome !== 'string'));
  const left = outcomes.filter((outcome) => typeof outcome === 'string');
  if (tables.length === 0) throw new ConnectorError('cannot-guess', { reasons: left });
  const leads = tables.find(({ kind }) => kind === 'leads') ?? null;
  const hasDeals = tables.some(({ kind }) => kind === 'deals');
  const files = tables
    .map((table) => draftFile(table, table.kind === 'deals' ? linkTables(table, leads) : null, hasDeals))
    .filter(({ events }) => events.length > 0);
  if (files.length === 0)
    throw new ConnectorError('cannot-guess', { reasons: [...left, 'no column says when a lead came in'] });
  const crm = tables.find((table) => table.crm !== null)?.crm ?? null;
  const openZone =
    options.zone === undefined
      ? [`No file names its time zone: ${zone} was taken. A wrong one moves leads to another day.`]
      : [];
  const noLeads = leads === null ? ['No file tells of leads: there is no funnel without one.'] : [];
  const doubts = [
    ...left,
    ...noLeads,
    ...tables.flatMap(({ table }) => table.doubts),
    ...files.flatMap((file) => file.doubts),
    ...openZone,
  ];
  const mapYaml = writeMap(files, { source: sourceOf(crm, given), zone, doubts });
  const stories = tellStories(compileMap(parseMap(mapYaml, { name: 'drafted map' })), given, 5);
  const isSure = tables.every((table) => table.crm !== null) && doubts.length === openZone.length;
  return { mapYaml, doubts, stories, confidence: stories.length === 0 ? 'low' : isSure ? 'high' : 'medium' };
}

function guessTable(name: string, sample: Uint8Array): GuessedTable | string {
  const table = sampleTable(name, sample);
  return typeof table === 'string' ? table : (matchPreset(table) ?? readWords(table));
}

function withNames(tables: readonly GuessedTable[]): readonly GuessedTable[] {
  return tables.map((table, index) => {
    const before = tables.slice(0, index).filter(({ id }) => id === table.id).length;
    return before === 0 ? table : { ...table, id: `${table.id}_${before + 1}` };
  });
}

function sourceOf(crm: string | null, given: readonly GivenTable[]): string {
  if (crm !== null) return `csv/${crm.toLowerCase()}`;
  const base = (given[0]?.name.split(/[\\/]/).at(-1) ?? 'export').replace(/\.[^.]*$/, '').toLowerCase();
  return `csv/${
    base
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'export'
  }`;
}
