import { StFilters } from './filters.ts';

if (customElements.get('st-filters') === undefined) customElements.define('st-filters', StFilters);

export { StFilters };

declare global {
  interface HTMLElementTagNameMap {
    'st-filters': StFilters;
  }
}
