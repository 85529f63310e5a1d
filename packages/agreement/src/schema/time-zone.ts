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

/** A time zone by its name in the IANA database. */
export function timeZone(): z.ZodString {
  return z
    .string()
    .refine(isTimeZone, { error: 'a time zone such as Europe/Berlin', params: { code: 'zone-unknown' } });
}
