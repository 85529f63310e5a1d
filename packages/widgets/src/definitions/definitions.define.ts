import { StDefinitions } from './definitions.ts';

if (customElements.get('st-definitions') === undefined) customElements.define('st-definitions', StDefinitions);

export { StDefinitions };

declare global {
  interface HTMLElementTagNameMap {
    'st-definitions': StDefinitions;
  }
}
