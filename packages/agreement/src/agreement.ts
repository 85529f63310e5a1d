import type { AgreementDocument } from './schema/agreement-document.ts';

type Calendar = AgreementDocument['calendars'][string];

/**
 * An agreement with every default explicit: what code runs on. Made by `parseAgreement`, `defineAgreement` and
 * `normaliseAgreement`; it is itself a valid document.
 */
export interface Agreement extends Omit<AgreementDocument, '$schema' | 'signatures' | 'calendars' | 'goals'> {
  readonly signatures: AgreementDocument['signatures'] & { readonly required: readonly string[] };
  /** Each has its `id`. */
  readonly goals: readonly (AgreementDocument['goals'][number] & { readonly id: string })[];
  /** Always has `default`. */
  readonly calendars: Readonly<Record<string, Calendar & { readonly zone: string }>>;
}

/** A promise of one team: so many (`count`), so good (`metric`), or so soon (`kept`). */
export type SlaClause = Agreement['sla'][string];

/** Why a lead is not pursued, and where it goes then. */
export type Reason = Agreement['reasons'][string];
