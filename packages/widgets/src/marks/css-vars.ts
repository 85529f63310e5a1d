import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

type Vars = Readonly<Record<`--${string}`, string | number>>;

class CssVars extends Directive {
  render(_vars: Vars): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [vars]: [Vars]): unknown {
    for (const [name, value] of Object.entries(vars)) (element as HTMLElement).style.setProperty(name, String(value));
    return noChange;
  }
}

/**
 * Sets custom properties on an element. A `style` attribute, which `styleMap` writes at first, is refused by pages
 * whose content security policy forbids inline styles.
 */
export const cssVars = directive(CssVars);
