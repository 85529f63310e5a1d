import { type Agreement, conversionId } from '@sameteam/agreement';
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
 * The agreement beside a number: a draft unless it binds at the instant of the number, as far as anybody has looked.
 * @param asOfMs instant of the number, UTC milliseconds
 */
export function agreementReference({ agreement, standing: found }: ServiceContext, asOfMs: number): AgreementReference {
  const { name, version } = agreement;
  const standing = found === undefined ? 'unknown' : stateAt(found, asOfMs);
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
