import { StFunnel } from './funnel.ts';

if (customElements.get('st-funnel') === undefined) customElements.define('st-funnel', StFunnel);

export { StFunnel };

declare global {
  interface HTMLElementTagNameMap {
    'st-funnel': StFunnel;
  }
}
