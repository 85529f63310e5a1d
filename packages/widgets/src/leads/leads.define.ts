import { StLeads } from './leads.ts';

if (customElements.get('st-leads') === undefined) customElements.define('st-leads', StLeads);

export { StLeads };

declare global {
  interface HTMLElementTagNameMap {
    'st-leads': StLeads;
  }
}
