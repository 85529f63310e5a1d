import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** Headings of the generated export: 9 columns, as wide as a lead export of a CRM. */
export const exportHeadings = [
  'lead_id',
  'created_at',
  'email',
  'first_name',
  'company',
  'country',
  'channel',
  'campaign',
  'product',
];

/** The map that reads it. */
export const exportMap = `sameteam-map: 1
source: csv/bench
zone: Europe/Berlin
files:
  leads:
    match: "*.csv"
    key: lead_id
    events:
      - type: lead.captured
        id: "{lead_id}"
        subject: "lead/{lead_id}"
        time: { column: created_at, format: "yyyy-MM-dd HH:mm:ss" }
        data:
          contact: { email: { column: email }, firstName: { column: first_name }, country: { column: country } }
          company: { name: { column: company } }
          source: { channel: { column: channel }, campaign: { column: campaign } }
          product: { column: product }
`;

const channels = ['organic_search', 'paid_search', 'social', 'referral', 'email', 'webinar', 'partner', 'event'];
const countries = ['DE', 'FR', 'BR', 'US', 'GB', 'ES', 'IT', 'PL'];
const startMs = Date.UTC(2024, 0, 1);

/** Writes a deterministic lead export. */
export async function writeLeadExport(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  let text = `${exportHeadings.join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    // Knuth's multiplicative hash spreads the values without a generator of random numbers.
    const mixed = Math.imul(row, 2654435761) >>> 0;
    const created = new Date(startMs + (mixed % 63_072_000) * 1000).toISOString();
    text += `${mixed.toString(16).padStart(8, '0')}${row.toString(16).padStart(24, '0')},${created.slice(0, 10)} ${created.slice(11, 19)},`;
    text += `person${row}@company${row % 9973}.example,Kim,Company ${row % 9973} GmbH,${countries[mixed % 8]},${channels[(mixed >>> 8) % 8]},campaign-${(mixed >>> 16) % 240},product ${mixed % 5}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}
