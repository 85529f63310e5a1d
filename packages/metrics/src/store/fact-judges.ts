import type { Agreement, AgreementHistory, HolidaySource } from '@sameteam/agreement';
import { canonicalJson } from '@sameteam/model';
import { agreementRuling } from '../facts/agreement-ruling.ts';
import { factSchema } from '../facts/schema/fact-schema.ts';
import { judgedBy } from '../facts/story/judged-by.ts';
import { foldVersion } from './fold-version.ts';
import { sha256 } from './sha256.ts';

/** By what facts are judged. */
export interface FactJudges {
  readonly agreement: Agreement;
  /** Which version bound when; `null` where nobody has looked at signatures. */
  readonly history: AgreementHistory | null;
  /** Public holidays of calendars; `null` for none beside those that were signed. */
  readonly holidays: HolidaySource | null;
}

/** Every agreement that may judge. */
export function judgingAgreements({
  agreement,
  history,
}: Pick<FactJudges, 'agreement' | 'history'>): readonly Agreement[] {
  return [agreement, ...(history?.periods.map((period) => period.agreement) ?? [])];
}

/** What of an agreement facts do not depend on: words, aims, and how numbers are shown and converted. */
const aside: ReadonlySet<string> = new Set([
  'name',
  'rates',
  'fiscalYear',
  'signatures',
  'rosters',
  'terms',
  'fields',
  'expected',
  'plan',
  'goals',
  'compensation',
  'windows',
  'index',
  'cadence',
  'privacy',
]);

/** What decides how facts are made, the meaning of the folds too: facts by another one are thrown away. */
export function factsSignature({ agreement, history, holidays }: FactJudges): string {
  const judging = (one: Agreement) => ({
    ...Object.fromEntries(Object.entries(one).filter(([name]) => !aside.has(name))),
    // Lists that come with Sameteam stand in it by their entries, and may grow.
    ruling: agreementRuling(one),
  });
  // An override of a segment can name holidays, too.
  const areClosed = judgingAgreements({ agreement, history }).some(({ calendars, overrides }) =>
    canonicalJson({ calendars, overrides }).includes('"holidays":"'),
  );
  const periods = history?.periods.map(({ version, fromMs, untilMs, agreement: bound }) => ({
    version,
    fromMs,
    untilMs,
    agreement: judging(bound),
  }));
  return sha256(
    canonicalJson({
      folds: foldVersion,
      columns: factSchema,
      agreement: judging(agreement),
      periods: periods ?? null,
      holidays: holidays !== null && areClosed,
    }),
  );
}

/**
 * Those who judge when one version is asked for: it alone.
 * @param kept agreements of the store
 * @throws MetricsError `unknown-version`
 */
export function judgesOfVersion(judges: FactJudges, version: number | null, kept: readonly Agreement[]): FactJudges {
  return { ...judges, ...judgedBy(judges, version, kept) };
}

/** Whether exclusions of those who judge can take any row out. */
export function canExclude(judges: Pick<FactJudges, 'agreement' | 'history'>): boolean {
  return judgingAgreements(judges).some(({ exclusions = [] }) => exclusions.length > 0);
}

/** How many versions have begun or ended by an instant: between two such instants the same ones judge. */
export function reignAt({ history }: Pick<FactJudges, 'history'>, atMs: number): number {
  const turns = history?.periods.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? fromMs]) ?? [];
  return turns.filter((turnMs) => turnMs <= atMs).length;
}
