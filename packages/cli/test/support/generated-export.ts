import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from './seeded.ts';

/** The map of a generated export: leads as events, their deals as records. */
export const generatedMap = `sameteam-map: 1
source: csv/generated
zone: Europe/Berlin
files:
  leads:
    match: "leads*.csv"
    key: id
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: created, format: "yyyy-MM-dd HH:mm:ss" }
        data:
          contact: { email: { column: email } }
          company: { name: { column: company } }
          source: { channel: { column: channel }, campaign: { column: campaign } }
      - type: lead.qualified
        when: { column: qualified, present: true }
        subject: "lead/{id}"
        time: { column: qualified, format: "yyyy-MM-dd HH:mm:ss" }
  deals:
    match: "deals*.csv"
    rows: records
    key: deal
    events:
      - type: opportunity.won
        subject: "opportunity/{deal}"
        time: { column: won, format: "yyyy-MM-dd HH:mm:ss" }
        data: { leads: ["lead/{lead}"], owner: { column: owner } }
`;

const channels = ['email', 'social', 'referral', 'webinar', 'paid search', ''];
const startMs = Date.UTC(2025, 0, 1);

/** Writes an export of leads, and of a deal for each twentieth, with the map that reads it. */
export function writeGeneratedExport(folder: string, leads: number): void {
  const random = seeded(leads);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
  const lines = ['id,created,qualified,email,company,channel,campaign\n'];
  const deals = ['deal,won,lead,owner\n'];
  for (let lead = 0; lead < leads; lead++) {
    const created = startMs + Math.floor(random() * 300 * 86_400) * 1000;
    const qualified = random() < 0.4 ? at(created + Math.floor(random() * 1e9)) : '';
    const company = random() < 0.1 ? '"Company, ""Sons"" and\nDaughters"' : `Company ${lead % 997} Ltd`;
    lines.push(
      `L${lead},${at(created)},${qualified},p${lead}@company.example,${company},${pick(channels)},c${lead % 40}\n`,
    );
    if (lead % 20 === 0) deals.push(`D${lead},${at(created + Math.floor(random() * 5e9))},L${lead},rep-${lead % 12}\n`);
  }
  writeFileSync(join(folder, 'leads.csv'), lines.join(''));
  writeFileSync(join(folder, 'deals.csv'), deals.join(''));
  writeFileSync(join(folder, 'map.yaml'), generatedMap);
}
