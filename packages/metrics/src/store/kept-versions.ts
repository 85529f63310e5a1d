import { type Agreement, type AgreementHistory, defaultAgreement, type HolidaySource } from '@sameteam/agreement';
import type { SignatureFile } from '@sameteam/agreement/sign';
import type { FactJudges } from './fact-judges.ts';

/** A version of the agreement, with the signature files that came with it. What they are worth is not known here. */
export interface SignedVersion {
  readonly agreement: Agreement;
  readonly signatures: readonly SignatureFile[];
}

/** What a store keeps of agreements. */
export interface KeptAgreements {
  /** The one that judges where none is named; `null` before any was kept. */
  readonly agreement: Agreement | null;
  /** Every document that was kept, by version. */
  readonly versions: readonly SignedVersion[];
}

/** By what a store is judged. */
export interface Judging {
  /** The agreement that binds; the one that was kept with the last import where none is named, else the default one. */
  readonly agreement?: Agreement | undefined;
  /** Which version of it bound when; where absent nothing is binding, and the agreement judges all. */
  readonly history?: AgreementHistory | undefined;
  /** Versions that can be asked for beside those that the store keeps; it keeps them with the next import. */
  readonly versions?: readonly SignedVersion[] | undefined;
}

/** How it is said by what a store is judged when it is opened. */
export interface JudgingOptions extends Pick<Judging, 'agreement' | 'history'> {
  /**
   * Decides it once it is known what the store keeps, instead of `agreement` and `history`: signatures are checked by
   * who knows what time it is.
   */
  readonly judging?: ((kept: KeptAgreements) => Promise<Judging>) | undefined;
  /** Public holidays of calendars; none beside those that were signed where absent. */
  readonly holidays?: HolidaySource | undefined;
}

/** Versions of the agreement that an engine works with. */
export interface StoreVersions {
  /** To be kept with the next import. */
  readonly given: readonly SignedVersion[];
  /** Those that can be asked for. */
  readonly known: readonly Agreement[];
}

/** By what a store is judged that keeps these agreements. */
export async function judgesOfStore(
  kept: KeptAgreements,
  { agreement, history, judging, holidays }: JudgingOptions,
): Promise<{ readonly judges: FactJudges; readonly versions: StoreVersions }> {
  const judged: Judging = judging === undefined ? { agreement, history } : await judging(kept);
  const { versions: given = [] } = judged;
  const binding = judged.agreement ?? kept.agreement ?? defaultAgreement;
  return {
    judges: { agreement: binding, history: judged.history ?? null, holidays: holidays ?? null },
    // A store can keep other agreements too, which somebody tried: their versions are not those of this one.
    versions: {
      given,
      known: [...given, ...kept.versions].map((one) => one.agreement).filter(({ name }) => name === binding.name),
    },
  };
}

/** The signature files of a version, those that were kept before first, each once. */
export function withSignatures(
  before: readonly SignatureFile[],
  signatures: readonly SignatureFile[],
): readonly SignatureFile[] {
  const byText = new Map(before.map((one) => [one.text, one]));
  for (const one of signatures) if (one.unreadable !== true && !byText.has(one.text)) byText.set(one.text, one);
  return [...byText.values()];
}
