import type { Agreement } from './agreement.ts';
import { normaliseAgreement } from './effective/normalise-agreement.ts';
import type { AgreementInput } from './schema/agreement-document.ts';

type Entry<Section extends keyof AgreementInput> =
  NonNullable<AgreementInput[Section]> extends Readonly<Record<string, infer Value>> ? Value : never;

type Named<Name extends string, Value> = Readonly<Record<Name, Value>>;

type ByName = 'teams' | 'handOffs' | 'programs' | 'sla' | 'reasons';

/** An agreement in which the names of teams, programs and SLAs can only be those that it declares. */
interface DefinedInput<Team extends string, Program extends string, Sla extends string>
  extends Omit<AgreementInput, ByName> {
  readonly teams: Named<Team, Entry<'teams'> & { readonly partOf?: NoInfer<Team> }>;
  readonly handOffs?: Named<string, Entry<'handOffs'> & { readonly from: NoInfer<Team>; readonly to: NoInfer<Team> }>;
  readonly programs?: Named<Program, Entry<'programs'> & { readonly owner: NoInfer<Team> }>;
  readonly sla: Named<Sla, Entry<'sla'> & { readonly of: NoInfer<Team> }>;
  readonly reasons: Named<
    string,
    Entry<'reasons'> & { readonly program?: NoInfer<Program>; readonly needs?: NoInfer<Sla> }
  >;
}

/**
 * Writes an agreement in TypeScript: a key, field, event, unit or team that does not exist is an error of the
 * compiler, and everything else is checked as in a file.
 * @returns the agreement with every default explicit
 * @throws AgreementError `invalid-agreement` with all issues
 * @example
 * defineAgreement({
 *   teams: { marketing: {}, sales: {} },
 *   readiness: { hot: { engagement: { atLeast: 40 } }, raw: {} },
 *   sla: { first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wd' } },
 *   reasons: { wrong_profile: { then: 'disqualify' } },
 * }).order.readiness // ['hot', 'raw']
 */
export function defineAgreement<
  const Team extends string,
  const Program extends string = never,
  const Sla extends string = never,
>(input: DefinedInput<Team, Program, Sla>): Agreement {
  return normaliseAgreement(input as AgreementInput);
}
