import { accepted } from '../accepted.ts';
import { captured } from '../captured.ts';
import { capturedToHandedOffRate } from '../captured-to-handed-off-rate.ts';
import { capturedToMqlRate } from '../captured-to-mql-rate.ts';
import { capturedToOpportunityRate } from '../captured-to-opportunity-rate.ts';
import { capturedToSalRate } from '../captured-to-sal-rate.ts';
import { capturedToSqlRate } from '../captured-to-sql-rate.ts';
import type { MetricDefinition } from '../define-metric.ts';
import { closedAmount } from '../funnel/closed-amount.ts';
import { disqualified } from '../funnel/disqualified.ts';
import { lost } from '../funnel/lost.ts';
import { mqlCompanies } from '../funnel/mql-companies.ts';
import { periodRatio } from '../funnel/period-ratio.ts';
import { recycled } from '../funnel/recycled.ts';
import { rejected } from '../funnel/rejected.ts';
import { winRate } from '../funnel/win-rate.ts';
import { winRateByAmount } from '../funnel/win-rate-by-amount.ts';
import { wonAmountClosed } from '../funnel/won-amount-closed.ts';
import { handedOff } from '../handed-off.ts';
import { handedOffToSalRate } from '../handed-off-to-sal-rate.ts';
import { leadToWinRate } from '../lead-to-win-rate.ts';
import { mqlToHandedOffRate } from '../mql-to-handed-off-rate.ts';
import { mqlToSalRate } from '../mql-to-sal-rate.ts';
import { mqlToWonRate } from '../mql-to-won-rate.ts';
import { opportunities } from '../opportunities.ts';
import { opportunityToWonRate } from '../opportunity-to-won-rate.ts';
import { qualified } from '../qualified.ts';
import { salToSqlRate } from '../sal-to-sql-rate.ts';
import { salesQualified } from '../sales-qualified.ts';
import { sqlToOpportunityRate } from '../sql-to-opportunity-rate.ts';
import { won } from '../won.ts';
import { wonInPeriod } from '../won-in-period.ts';

/** The metrics of the funnel. */
export const funnelMetrics: readonly MetricDefinition[] = [
  captured,
  qualified,
  handedOff,
  accepted,
  salesQualified,
  opportunities,
  won,
  wonInPeriod,
  capturedToMqlRate,
  mqlToHandedOffRate,
  handedOffToSalRate,
  salToSqlRate,
  sqlToOpportunityRate,
  opportunityToWonRate,
  capturedToHandedOffRate,
  capturedToSalRate,
  capturedToSqlRate,
  capturedToOpportunityRate,
  leadToWinRate,
  mqlToSalRate,
  mqlToWonRate,
  rejected,
  recycled,
  disqualified,
  lost,
  winRate,
  wonAmountClosed,
  closedAmount,
  winRateByAmount,
  mqlCompanies,
  periodRatio,
];
