import { StMetric } from './metric.ts';

if (customElements.get('st-metric') === undefined) customElements.define('st-metric', StMetric);

export { StMetric };

declare global {
  interface HTMLElementTagNameMap {
    'st-metric': StMetric;
  }
}
