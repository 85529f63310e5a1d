import {
  compileMap,
  createTableReader,
  createTableWriter,
  type JoinTable,
  type LeadMap,
  type PreparedTable,
  type TableReader,
  type TableWriter,
} from '@sameteam/connectors';
import { foldPayload } from '@sameteam/metrics';
import { eventRank } from '@sameteam/model';
import { type BlameColumn, blamedColumn } from './blamed-column.ts';

/** What the rows of one table are read with. */
export interface TableReading {
  readonly reader: TableReader;
  /** Writes rows straight from their cells; `null` where the table has none such. */
  readonly writer: TableWriter | null;
  readonly blame: BlameColumn;
}

/** Prepares the reading of a table: once for each thread, for a reader remembers what it has seen. */
export function tableReading(map: LeadMap, table: PreparedTable, joins: ReadonlyMap<string, JoinTable>): TableReading {
  const compiled = compileMap(map);
  return {
    reader: createTableReader(compiled, table, { joins }),
    writer: createTableWriter(compiled, table, {
      joins,
      payload: (type, data, personal) => foldPayload(eventRank(type), data, personal),
    }),
    blame: blamedColumn(map.files[table.file] as LeadMap['files'][string]),
  };
}
