import type { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import { linkPattern } from './patterns.ts';
import { text } from './text.ts';

/** Whether a text would run as code when it is put into a link. */
export function isScriptLink(value: string): boolean {
  // Most links start with h or /, so the pattern is only asked when there can be one of the three.
  return /^[^a-z]*[jvd]/i.test(value) && !linkPattern.test(value);
}

/** The address of a page, or whatever the source keeps in its place. Addresses that run code are refused. */
export function link(): z.ZodString {
  return text(limits.lineLength, linkPattern, { form: 'link' });
}
