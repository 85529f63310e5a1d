import { StAgreement } from './agreement.ts';

if (customElements.get('st-agreement') === undefined) customElements.define('st-agreement', StAgreement);

export { StAgreement };

declare global {
  interface HTMLElementTagNameMap {
    'st-agreement': StAgreement;
  }
}
