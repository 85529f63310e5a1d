import type { Agreement } from './agreement.ts';
import { normaliseAgreement } from './effective/normalise-agreement.ts';
import type { AgreementInput } from './schema/agreement-document.ts';

type NamesOf<T, Section extends PropertyKey> = T extends { readonly [K in Section]: infer Named }
  ? keyof Named & string
  : never;

/** Where an entry names a team or a program that the agreement does not declare, its type is what is declared. */
interface Declares<T> {
  readonly handOffs?: Readonly<
    Record<string, { readonly from: NamesOf<T, 'teams'>; readonly to: NamesOf<T, 'teams'> }>
  >;
  readonly programs?: Readonly<Record<string, { readonly owner: NamesOf<T, 'teams'> }>>;
  readonly sla: Readonly<Record<string, { readonly of: NamesOf<T, 'teams'> }>>;
  readonly reasons: Readonly<Record<string, { readonly program?: NamesOf<T, 'programs'> }>>;
  readonly compensation?: Readonly<Partial<Record<NamesOf<T, 'teams'>, unknown>>>;
}

/**
 * Writes an agreement in TypeScript: a key, field, event, unit or team that does not exist is an error of the
 * compiler, and everything else is checked as in a file.
 * @returns the agreement with every default explicit
 * @throws AgreementError `invalid-agreement` with all issues
 * @example
 * const agreement = defineAgreement({
 *   teams: { marketing: {}, sales: {} },
 *   readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} },
 *   sla: { first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wd' } },
 *   reasons: { wrong_profile: { then: 'disqualify' } },
 * });
 */
export function defineAgreement<const T extends AgreementInput>(input: T & Declares<T>): Agreement {
  return normaliseAgreement(input);
}
