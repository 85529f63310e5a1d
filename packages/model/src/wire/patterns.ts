import type { EventType } from '../vocabulary/event-types.ts';
import { schemaVersion } from '../vocabulary/schema-version.ts';
import type { SubjectKind } from '../vocabulary/subject.ts';

/**
 * Patterns that mean the same in zod and in JSON Schema, which reads them in Unicode mode (ECMA-262, flag `u`): a class
 * counts characters there, and half a surrogate pair is a character of its own. Each of them admits clean text only.
 */

/** Characters that cannot be kept, for a class: NUL, and halves of surrogate pairs. */
const unkept = String.raw`\u0000\uD800-\uDFFF`;
const clean = `[^${unkept}]`;

/** Any text that can be kept. */
export const cleanPattern = new RegExp(`^${clean}*$`, 'u');

/** Keys that could reach the prototype of an object that they are copied into. */
export const forbiddenKeys = ['__proto__', 'constructor', 'prototype'] as const;

/** A key of the sender's choice. */
export const keyPattern = new RegExp(`^(?!(?:${forbiddenKeys.join('|')})$)${clean}*$`, 'u');

const notInMail = String.raw`@ \t\r\n${unkept}`;

/** Something, an at sign, something; does not begin like a formula. */
export const emailPattern = new RegExp(`^[^=+\\-${notInMail}][^${notInMail}]*@[^${notInMail}]+$`, 'u');

/** Digits of the scripts that phone numbers are written in: European, Arabic, Persian, Devanagari, Bengali, Thai, fullwidth. */
const digits = String.raw`0-9\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\u0E50-\u0E59\uFF10-\uFF19`;

/** Anything but what a spreadsheet would run: it may begin with + or -, but only before a digit, and holds no | or !. */
export const phonePattern = new RegExp(String.raw`^(?![=@\t\r\n]|[+\-][^${digits}( ])[^|!${unkept}]*$`, 'u');

/** Schemes that run code. A browser ignores everything up to the space around and inside them. Source: WHATWG URL 4.4. */
const runsCode = ['javascript', 'vbscript', 'data'].map(scheme).join('|');

/** An address that does not run as code. */
export const linkPattern = new RegExp(`^(?!${runsCode})${clean}*$`, 'u');

/** The schema of a type in any minor version of this major one, or the name of somebody else's schema. */
export function dataschemaPattern(type: EventType): RegExp {
  const [major] = schemaVersion.split('.');
  const own = `urn:sameteam:schema:${major}\\.(?:0|[1-9][0-9]{0,5}):${type.replace('.', '\\.')}`;
  return new RegExp(`^(?:${own}|(?!${runsCode}|urn:sameteam:)${clean}*)$`, 'u');
}

/** What `dataschema` says of an event whose unknown fields are refused: nothing of ours, or a version up to this one. */
export function knownVersionPattern(): RegExp {
  const [major, minor] = schemaVersion.split('.');
  const known = Array.from({ length: Number(minor) + 1 }, (_, each) => each).join('|');
  return new RegExp(`^(?!urn:sameteam:schema:${major}\\.(?!(?:${known}):))`, 'u');
}

function scheme(word: string): string {
  const ignored = String.raw`[\u0000- ]*`;
  const letters = Array.from(word, (letter) => `[${letter}${letter.toUpperCase()}]${ignored}`);
  return `${ignored}${letters.join('')}:`;
}

/** A typed id of one of the kinds. */
export function subjectPattern(kinds: readonly SubjectKind[], longest: number): RegExp {
  return new RegExp(`^(?:${kinds.join('|')})/${clean}{1,${longest}}$`, 'u');
}

const years = '(?:19[7-9][0-9]|[2-9][0-9]{3})';
const leapYears =
  '(?:19(?:7[26]|8[048]|9[26])|[2-9][0-9](?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[3579][26])00)';
const days = `(?:${years}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|${leapYears}-02-29)`;

/** A day of the years 1970 to 9999. */
export const dayPattern = new RegExp(`^${days}$`);

/**
 * RFC 3339 with upper-case T and Z, of the years 1970 to 9999. An offset must not lead out of them: on the first day there
 * is none east of UTC, on the last none west of it.
 */
export const instantPattern = new RegExp(
  `^(?!1970-01-01T.*\\+(?!00:00$)|9999-12-31T.*-(?!00:00$)[0-9]{2}:)${days}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?(?:Z|[+\\-](?:[01][0-9]|2[0-3]):[0-5][0-9])$`,
);
