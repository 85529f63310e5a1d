import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import type { CommonStory } from './story.ts';

/** What facts depend on beside the events of a subject. */
export interface FactRulesInput {
  /** The agreement that judges where no version binds, or a version was asked for. */
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures: then nothing is binding. */
  readonly history: AgreementHistory | null;
  /** Public holidays of calendars; `null` for none beside those that were signed. */
  readonly holidays: HolidaySource | null;
  readonly common: CommonStory;
  /** The plan's as-of; infinity for all that is known. */
  readonly asOfMs: number;
  /** The record that a subject named in a payload is counted as; where absent, each is its own. */
  readonly rootOf?: (subject: string) => string;
}
