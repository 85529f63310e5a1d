import type { CalendarPins } from '@sameteam/agreement';
import type { ShownSignature } from '@sameteam/agreement/render';

/** What the signatures of an agreement are worth, as `verifyAgreement` has found. */
export interface AgreementStanding {
  /** When it binds; `null` while a required signature is missing: a draft. */
  readonly binds: {
    /** UTC milliseconds. */
    readonly fromMs: number;
    /** UTC milliseconds, exclusive; `null` until the next version. */
    readonly untilMs: number | null;
  } | null;
  /** Those that hold. */
  readonly signatures: readonly ShownSignature[];
  /** Holidays and time zones as they were signed. */
  readonly pins: CalendarPins | null;
}

/**
 * Where an agreement stands at an instant.
 * @example stateAt({ binds: null, signatures: [], pins: null }, Date.now()) // 'draft'
 */
export function stateAt(standing: AgreementStanding | undefined, ms: number): 'draft' | 'signed' | 'binding' | 'ended' {
  const binds = standing?.binds ?? null;
  if (binds === null) return 'draft';
  if (ms < binds.fromMs) return 'signed';
  return binds.untilMs !== null && ms >= binds.untilMs ? 'ended' : 'binding';
}
