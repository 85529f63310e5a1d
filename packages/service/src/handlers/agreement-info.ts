import { type Agreement, conversionId } from '@sameteam/agreement';
import type { AgreementInfo, AgreementReference } from '@sameteam/api';
import { metricDefinitions } from '@sameteam/metrics';
import type { ServiceContext } from '../service-context.ts';

/**
 * What a page needs to know of the agreement that its numbers are judged by.
 * @example await agreementInfo(context) // { name: 'Acme revenue team', version: 3, draft: true, … }
 */
export async function agreementInfo(context: ServiceContext): Promise<AgreementInfo> {
  const { agreement, documentPath: document = null } = context;
  const { effective, timeZone, currency } = agreement;
  const expected = expectedRates(agreement);
  return { ...agreementReference(context), effective, timeZone, currency, document, expected };
}

/** The agreement beside a number: a draft unless all who must have signed it, as far as anybody has looked. */
export function agreementReference({ agreement, standing }: ServiceContext): AgreementReference {
  const { name, version } = agreement;
  return { name, version, draft: (standing?.binds ?? null) === null };
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
