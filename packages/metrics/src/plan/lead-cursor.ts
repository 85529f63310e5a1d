/** Where a page of leads ended: leads are ordered by capture, those never captured last, then by subject. */
export interface LeadPosition {
  readonly capturedMs: number | null;
  readonly lead: string;
}

/** Text of a position, to be given back as `after`. */
export function leadCursor({ capturedMs, lead }: LeadPosition): string {
  return `${capturedMs ?? ''}~${lead}`;
}

/** Reads a text made by `leadCursor`. A text of another making starts from the beginning. */
export function parseLeadCursor(text: string): LeadPosition {
  const split = text.indexOf('~');
  const time = text.slice(0, Math.max(split, 0));
  return { capturedMs: time === '' || !/^-?\d+$/.test(time) ? null : Number(time), lead: text.slice(split + 1) };
}
