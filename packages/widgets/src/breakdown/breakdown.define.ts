import { StBreakdown } from './breakdown.ts';

if (customElements.get('st-breakdown') === undefined) customElements.define('st-breakdown', StBreakdown);

export { StBreakdown };

declare global {
  interface HTMLElementTagNameMap {
    'st-breakdown': StBreakdown;
  }
}
