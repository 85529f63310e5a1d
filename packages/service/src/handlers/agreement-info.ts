import { type Agreement, conversionId, versionAt } from '@sameteam/agreement';
import type { AgreementInfo, AgreementReference } from '@sameteam/api';
import { metricDefinitions } from '@sameteam/metrics';
import { stateAt } from '../agreement-standing.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * What a page needs to know of the agreement that its numbers are judged by.
 * @example await agreementInfo(context) // { name: 'Acme revenue team', version: 3, draft: true, … }
 */
export async function agreementInfo(context: ServiceContext): Promise<AgreementInfo> {
  const { agreement, clock, documentPath: document = null } = context;
  const { effective, timeZone, currency } = agreement;
  const expected = expectedRates(agreement);
  return { ...agreementReference(context, clock()), effective, timeZone, currency, document, expected };
}

/**
 * The agreement beside a number: the version that judges the instant of the number, or the one that was asked for. A
 * draft unless it binds then, as far as anybody has looked.
 * @param asOfMs instant of the number, UTC milliseconds
 * @param asked number of the version that judges everything; `null` for the one that bound then
 * @example agreementReference(context, Date.UTC(2026, 9, 1)).draft // true
 */
export function agreementReference(
  { agreement, history, standing: found }: ServiceContext,
  asOfMs: number,
  asked: number | null = null,
): AgreementReference {
  const { name } = agreement;
  const version = asked ?? (history === undefined ? null : versionAt(history, asOfMs))?.version ?? agreement.version;
  const binds = history?.periods.find((one) => one.version === version);
  const own = version === agreement.version ? found : undefined;
  const known = binds === undefined ? own : { binds, signatures: [], pins: null };
  const standing = known === undefined ? 'unknown' : stateAt(known, asOfMs);
  return { name, version, draft: standing !== 'binding' && standing !== 'ended', standing };
}

/** The agreement speaks of conversions (`lead_to_win`), pages of metrics (`lead_to_win_rate`). */
function expectedRates({ expected }: Agreement): Record<string, number> {
  return Object.fromEntries(
    metricDefinitions.flatMap(({ id, measure }) => {
      const conversion = measure.kind === 'ratio' ? conversionId(measure) : null;
      const share = conversion === null ? undefined : expected[conversion];
      return share === undefined ? [] : [[id, share] as const];
    }),
  );
}
