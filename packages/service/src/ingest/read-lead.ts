import { type FlatLeadOptions, type FlatLeadReading, readFlatLead } from '@sameteam/connectors/flat';
import { saidAt } from '../quality/said-at.ts';

/** What a flat lead is read with. */
export interface LeadReadOptions extends Omit<FlatLeadOptions, 'secretId'> {
  /** Makes the id of a lead that has none. */
  readonly digest: (said: string) => Promise<string>;
}

/**
 * Reads a flat lead where the digest takes its time: what it is made of is known after a first reading.
 */
export async function readLead(fields: unknown, { digest, ...options }: LeadReadOptions): Promise<FlatLeadReading> {
  let said: string | null = null;
  const keep = (text: string) => {
    said = text;
    return 'pending';
  };
  const first = readFlatLead(fields, { ...options, secretId: keep });
  if (said === null) return first;
  const id = await digest(said);
  return readFlatLead(fields, { ...options, secretId: () => id });
}

/** What can be told of a lead that could not be read. */
export interface RefusedLead {
  /** As its event would have had it; `null` where the vendor is no name. */
  readonly source: string | null;
  /** What it is about, where the sender gave an id. */
  readonly subjects: readonly string[];
  /** What would tell how the person could be reached. */
  readonly event: unknown;
}

/** Tells of a lead that could not be read who sent it, what it is about, and how the person could be reached. */
export function refusedLead(
  fields: unknown,
  { sender, id }: { readonly sender: string; readonly id: string | null },
): RefusedLead {
  const said = (name: string) => saidAt(fields, [name]);
  const vendor = said('vendor') ?? sender;
  const contact = { email: said('email'), phone: said('phone'), country: said('country') };
  return {
    source: typeof vendor === 'string' && /^[\w.-]{1,64}$/.test(vendor) ? `/leads/${vendor}` : null,
    subjects: id === null ? [] : [`lead/${vendor}:${id}`],
    event: { type: 'lead.captured', data: { contact } },
  };
}
