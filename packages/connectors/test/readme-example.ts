import { compileMap, createTableReader, parseMap, prepareTables, splitRecords } from '@sameteam/connectors';

const mapText = `
sameteam-map: 1
source: csv/acme
zone: Europe/Berlin
files:
  leads:
    key: id
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: d.M.yyyy }
        data: { source: { channel: { column: origin, case: snake } } }
`;
const bytes = new TextEncoder().encode('id;day;origin\n42;26.10.2025;Paid Search\n43;2025-10-26;Fair\n');

const compiled = compileMap(parseMap(mapText, { name: 'map.yaml' })); // throws, with line and column of every fault
const { tables, issues } = prepareTables(compiled, [{ name: 'leads.csv', sample: bytes }]); // which file is which, can it be read
if (issues.length > 0) throw new Error(issues.map(({ message }) => message).join('\n'));

export const good: unknown[] = [];
export const bad: string[] = [];
for (const table of tables) {
  const splitter = splitRecords(table.dialect);
  const reader = createTableReader(compiled, table);
  for (const batch of [...splitter.push(bytes), ...splitter.end()]) {
    for (const row of reader.readBatch(batch)) {
      good.push(...row.events);
      bad.push(...row.issues.map(({ file, line, column, code }) => `${file}:${line} ${column} ${code}`));
    }
  }
}
console.log(good); // [{ data: { source: { channel: 'paid_search' } }, id: 'leads/42/lead.captured', …, time: '2025-10-25T22:00:00Z', … }]
console.log(bad); // ['leads.csv:3 day bad-time']
