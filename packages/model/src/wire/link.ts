import type { z } from 'zod';
import { marks } from './marks.ts';
import { line } from './text.ts';

/** Whether a text would run as code when it is put into a link. */
export function isScriptLink(text: string): boolean {
  // Most links start with h or /, so the scheme is only cleaned when there can be one of the three.
  return /^[^a-z]*[jvd]/i.test(text) && /^(?:javascript|vbscript|data):/i.test(withoutIgnoredCharacters(text));
}

/** What a browser ignores around and inside the scheme of a link: everything up to the space. Source: WHATWG URL 4.4. */
function withoutIgnoredCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => character > ' ')
    .join('');
}

/** The address of a page, or whatever the source keeps in its place. Addresses that run code are refused. */
export function link(): z.ZodString {
  const schema = line().refine((text) => !isScriptLink(text));
  marks.add(schema, { form: 'link' });
  return schema;
}
