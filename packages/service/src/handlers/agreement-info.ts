import { type Agreement, conversionId } from '@sameteam/agreement';
import type { AgreementInfo, AgreementReference } from '@sameteam/api';
import { metricDefinitions } from '@sameteam/metrics';
import type { ServiceContext } from '../service-context.ts';

/**
 * What a page needs to know of the agreement that its numbers are judged by.
 * @example await agreementInfo(context) // { name: 'Acme revenue team', version: 3, draft: true, … }
 */
export async function agreementInfo({ agreement }: ServiceContext): Promise<AgreementInfo> {
  const { effective, timeZone, currency } = agreement;
  return { ...agreementReference(agreement), effective, timeZone, currency, expected: expectedRates(agreement) };
}

/** The agreement beside a number. A draft: signatures are not checked here yet, and nothing unsigned may look signed. */
export function agreementReference({ name, version }: Agreement): AgreementReference {
  return { name, version, draft: true };
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
