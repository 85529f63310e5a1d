import { InvalidArgumentError } from 'commander';
import type { LeadsWanted } from './report-options.ts';

const parts: readonly string[] = ['numerator', 'denominator', 'excluded'];
const most = 1000;

/** Reads `--leads`: a part of a number, or how many leads of it are wanted. */
export function leadsWanted(text: string): LeadsWanted {
  if (parts.includes(text)) return text as LeadsWanted;
  const count = Number(text);
  if (text.trim() !== '' && Number.isInteger(count) && count >= 0 && count <= most) return count;
  throw new InvalidArgumentError(`Say numerator, denominator or excluded, or how many, up to ${most}.`);
}

/** Which part of a number, and how many leads of it. */
export interface LeadsPage {
  readonly part: 'numerator' | 'denominator' | 'excluded';
  readonly limit: number;
}

/** @param usual how many where nobody says */
export function leadsPage(
  { leads, limit }: { readonly leads?: LeadsWanted | undefined; readonly limit?: number | undefined },
  usual: number,
): LeadsPage {
  if (typeof leads === 'number') return { part: 'numerator', limit: leads };
  return { part: leads ?? 'numerator', limit: limit ?? usual };
}
