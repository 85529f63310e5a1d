import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = new URL('../../../../../shared/data/olist/', import.meta.url);
const maps = new URL('../../../../examples/olist/', import.meta.url);

/** Whether the real export is there. Its licence does not allow it into this tree: without it tests are skipped. */
export const hasOlist = existsSync(data);

/** Names of the two files of the export. */
export const olistFiles = {
  leads: 'olist_marketing_qualified_leads_dataset.csv',
  deals: 'olist_closed_deals_dataset.csv',
} as const;

/** Path of a file of the export. */
export function olistPath(name: string): string {
  return fileURLToPath(new URL(name, data));
}

/** Path of a map in `examples/olist`. */
export function olistMap(name: string): string {
  return fileURLToPath(new URL(name, maps));
}
