import { z } from 'zod';
import { calendarPins } from '../calendar/calendar-pins.ts';
import type { Json } from '../effective/merge-patch.ts';
import { identifier } from '../schema/identifier.ts';

/** What the `type` of a signature file says. */
export const signatureType = 'sameteam.signature';

/** The form of signature files that this code writes, and the only one so far. */
export const signatureFormat = 1;

const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString() === text);

// What a signature file holds comes from JSON.parse, so that it is JSON already.
const json = z.custom<Json>((value) => value !== undefined);

/** What a signature covers: all of it, in its RFC 8785 form. */
export const signaturePayload = z.strictObject({
  type: z.literal(signatureType),
  formatVersion: z.literal(signatureFormat),
  /** What is signed, for people who read the file. */
  agreement: z.strictObject({
    name: z.string(),
    version: z.int().min(0),
    effective: z.string().nullable(),
    until: z.string().nullable(),
  }),
  /** The days `effective` and `until` as instants, `until` exclusive, so that no update of zone data moves them. */
  period: z.strictObject({ from: instant.nullable(), until: instant.nullable() }),
  /** SHA-256 of the RFC 8785 form of `document`, in hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** By address of a clause: SHA-256 of its RFC 8785 form, in base64url. */
  clauses: z.record(z.string(), z.string().regex(/^[A-Za-z0-9_-]{43}$/)),
  /** The agreement with every default explicit: what the digests are made of. */
  document: z.record(z.string(), json),
  /** Holidays and zone transitions, as `pinCalendars` makes them; the same for all signers. */
  pins: calendarPins,
  signer: identifier(),
  role: z.enum(['required', 'witness']),
  /** The person who signed for the team, as they call themselves. */
  by: z.string().min(1).max(200).nullable(),
  /** The public key; it counts only where the agreement names it for this signer. */
  key: z.string(),
  signedAt: instant,
});

/** What a signature covers. */
export type SignaturePayload = z.output<typeof signaturePayload>;

/** Whether a signature is needed for the agreement to bind. */
export type SignerRole = SignaturePayload['role'];
