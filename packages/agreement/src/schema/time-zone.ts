import { z } from 'zod';

/** Names that were found: to look for one takes longer than to check the rest of a clause. */
const known = new Set<string>();

/** Whether a text names a time zone of the IANA database, such as Europe/Berlin. A bare offset does not. */
export function isTimeZone(text: string): boolean {
  if (known.has(text)) return true;
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    known.add(text);
    return true;
  } catch {
    return false;
  }
}

/** A time zone by its name in the IANA database. Which there are changes from year to year, so that loading looks for it. */
export function timeZone(): z.ZodString {
  return z
    .string()
    .min(1)
    .max(100)
    .meta({
      examples: ['UTC', 'Europe/Berlin', 'Europe/London', 'America/New_York', 'America/Sao_Paulo', 'Asia/Kolkata'],
    });
}
