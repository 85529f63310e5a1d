import { StTrend } from './trend.ts';

if (customElements.get('st-trend') === undefined) customElements.define('st-trend', StTrend);

export { StTrend };

declare global {
  interface HTMLElementTagNameMap {
    'st-trend': StTrend;
  }
}
