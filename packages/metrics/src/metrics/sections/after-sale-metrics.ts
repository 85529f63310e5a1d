import { churned } from '../after-sale/churned.ts';
import { customerBase } from '../after-sale/customer-base.ts';
import { customerBaseAfter } from '../after-sale/customer-base-after.ts';
import { customerBaseChange } from '../after-sale/customer-base-change.ts';
import { downgraded } from '../after-sale/downgraded.ts';
import { expanded } from '../after-sale/expanded.ts';
import { expansion } from '../after-sale/expansion.ts';
import { netRetention } from '../after-sale/net-retention.ts';
import { renewed } from '../after-sale/renewed.ts';
import type { MetricDefinition } from '../define-metric.ts';

/** The metrics of what comes after the sale. */
export const afterSaleMetrics: readonly MetricDefinition[] = [
  renewed,
  churned,
  expanded,
  downgraded,
  expansion,
  customerBaseChange,
  customerBase,
  customerBaseAfter,
  netRetention,
];
