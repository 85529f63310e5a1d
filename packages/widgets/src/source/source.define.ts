import '../leads/leads.define.ts';
import { StSource } from './source.ts';

if (customElements.get('st-source') === undefined) customElements.define('st-source', StSource);

export { StSource };

declare global {
  interface HTMLElementTagNameMap {
    'st-source': StSource;
  }
}
