// What the examples in docstrings take as given: leads of a file, its map, and a map that joins deals to leads.
import { createHash } from 'node:crypto';
import {
  type CompiledMap,
  type CsvDialect,
  compileMap,
  type DiffOptions,
  type PreparedTable,
  parseMap,
  prepareTables,
  type RecordBatch,
  type RecordRow,
  splitRecords,
} from '@sameteam/connectors';

export const text = `
sameteam-map: 1
source: csv/olist
zone: America/Sao_Paulo
files:
  leads:
    key: mql_id
    events:
      - type: lead.captured
        subject: "lead/{mql_id}"
        time: { column: first_contact_date, format: yyyy-MM-dd }
        data: { source: { channel: { column: origin } } }
`;

export const bytes: Uint8Array = new TextEncoder().encode(
  'mql_id,first_contact_date,origin\n8c18d1de7f67e60dbd64e3c07d7e9d5d,2017-10-20,paid_search\n',
);
export const sample = bytes;
export const compiled: CompiledMap = compileMap(parseMap(text));
export const table: PreparedTable = first(prepareTables(compiled, [{ name: 'leads.csv', sample }]).tables);
export const dialect: CsvDialect = table.dialect;
export const batch: RecordBatch = first(splitRecords(dialect).push(bytes));

/** The deals of a CRM, joined to its leads. */
export const joined: CompiledMap = compileMap(
  parseMap(`
sameteam-map: 1
source: csv/crm
zone: UTC
files:
  leads:
    key: id
    joins: [{ file: deals, on: { id: lead }, take: [amount] }]
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: yyyy-MM-dd }
        data: { attributes: { amount: { column: deals.amount } } }
  deals:
    key: lead
    events:
      - type: opportunity.opened
        subject: "opportunity/{lead}"
        time: { column: day, format: yyyy-MM-dd }
        data: {}
`),
);
export const deals: PreparedTable = {
  name: 'deals.csv',
  file: 'deals',
  dialect: { encoding: 'utf-8', delimiter: ',', newline: 'lf' },
  header: ['lead', 'day', 'amount'],
};
export const dealsBatch: RecordBatch = first(
  splitRecords(deals.dialect).push(new TextEncoder().encode('lead,day,amount\n42,2026-01-09,125.00\n')),
);

/** A record of a file with `rows: records`. */
export const row: RecordRow = {
  record: 'contacts/42',
  source: 'csv/crm',
  events: [
    {
      specversion: '1.0',
      id: 'contacts/42/lead.captured',
      source: 'csv/crm',
      type: 'lead.captured',
      subject: 'lead/42',
      time: '2026-01-05T09:00:00Z',
      data: { source: { channel: 'email' } },
    },
  ],
};
export const options: DiffOptions = {
  changedMs: Date.UTC(2026, 1, 1),
  hash: (content) => createHash('sha256').update(content).digest('hex'),
};

function first<T>(list: readonly T[]): T {
  const [found] = list;
  if (found === undefined) throw new Error('there is none');
  return found;
}
