import '../src/define.ts';
import { html, render, type TemplateResult } from 'lit';
import { afterEach } from 'vitest';
import { commands } from 'vitest/browser';
import type { SourcedElement } from '../src/base/sourced-element.ts';
import type { StSource } from '../src/source/source.ts';
import { tokenSheet } from '../src/tokens/tokens.ts';
import { type FakeClient, fakeClient } from './fake-client.ts';

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia(media: {
      colorScheme?: 'light' | 'dark';
      reducedMotion?: 'reduce' | 'no-preference';
      media?: 'screen' | 'print';
    }): Promise<void>;
  }
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `${tokenSheet()} :root { color-scheme: light dark; } body { background: var(--st-paper); color: var(--st-ink); }`,
);
document.adoptedStyleSheets = [sheet];
document.documentElement.lang = 'en';

afterEach(async () => {
  document.body.replaceChildren();
  history.replaceState(null, '', location.pathname);
  await commands.emulateMedia({ colorScheme: 'light', media: 'screen', reducedMotion: 'reduce' });
});

/** What a test works with. */
export interface Mounted {
  readonly source: StSource;
  readonly client: FakeClient;
  readonly main: HTMLElement;
}

/** Puts elements into a source over a fake client. */
export function mount(content: TemplateResult, client: FakeClient = fakeClient()): Mounted {
  const main = document.createElement('main');
  document.body.append(main);
  render(html`<st-source .client=${client}>${content}</st-source>`, main);
  return { source: main.querySelector('st-source') as StSource, client, main };
}

/** Waits for a condition, up to five seconds. */
export async function until(holds: () => unknown, what = 'the condition'): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > 5000) throw new Error(`Waited 5 s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The element of a name, as soon as it shows a status. */
export async function settled<Name extends keyof HTMLElementTagNameMap>(
  main: ParentNode,
  name: Name,
  status = 'ready',
): Promise<HTMLElementTagNameMap[Name]> {
  const found = () => main.querySelector(name) as unknown as (HTMLElement & Partial<SourcedElement<unknown>>) | null;
  await until(() => found()?.status === status, `<${name}> to be ${status}; it is ${found()?.status}`);
  const element = found() as HTMLElement & { readonly updateComplete?: Promise<boolean> };
  await element.updateComplete;
  return element as unknown as HTMLElementTagNameMap[Name];
}

/** The text of an element's shadow tree as one line. */
export function textOf(element: Element | null | undefined): string {
  const root = element?.shadowRoot ?? element;
  return (root?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** One part of an element's shadow tree. */
export function part<T extends HTMLElement = HTMLElement>(element: Element, selector: string): T {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector} in <${element.localName}>.`);
  return found;
}

/** All parts of an element's shadow tree. */
export function parts<T extends HTMLElement = HTMLElement>(element: Element, selector: string): readonly T[] {
  return [...(element.shadowRoot?.querySelectorAll<T>(selector) ?? [])];
}
