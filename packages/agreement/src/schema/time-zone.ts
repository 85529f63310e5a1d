import { z } from 'zod';

/** Whether a text names a time zone of the IANA database, such as Europe/Berlin. A bare offset does not. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
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
