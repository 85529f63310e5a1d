// What tests look into that no caller has to.
export { metricDefinition, metricIds } from '../../src/metrics/registry.ts';
export { isRowMeasure } from '../../src/report/fact-measure.ts';
export { isStageMeasure, metricMeasure } from '../../src/report/metric-measure.ts';
