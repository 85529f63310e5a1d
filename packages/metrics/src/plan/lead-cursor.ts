/** Where a page of leads ended: leads are ordered by capture, those never captured last, then by subject. */
export interface LeadPosition {
  readonly capturedMs: number | null;
  readonly lead: string;
}

/** Text of a position, to be given back as `after`. */
export function leadCursor({ capturedMs, lead }: LeadPosition): string {
  return `${capturedMs ?? ''}~${lead}`;
}

/** Reads a text made by `leadCursor`; `null` for a text of another making, which starts from the beginning. */
export function parseLeadCursor(text: string): LeadPosition | null {
  const [, time, lead] = /^(-?\d*)~(lead\/.+)$/s.exec(text) ?? [];
  if (time === undefined || lead === undefined) return null;
  return { capturedMs: time === '' ? null : Number(time), lead };
}
