import { ModelError } from '../model-error.ts';
import { hasLoneSurrogate } from '../text/lone-surrogates.ts';
import { nearestName } from '../text/nearest-name.ts';
import { limits } from './limits.ts';

/**
 * The kinds of things that an event can be about.
 * @example subjectKinds[0] // 'lead'
 */
export const subjectKinds = [
  'lead',
  'contact',
  'company',
  'opportunity',
  'campaign',
  'agreement',
  'rep',
  'team',
  'import',
  'meeting',
  'task',
  'dispute',
  'action',
  'pulse',
  'content',
] as const;

/** One of {@link subjectKinds}. */
export type SubjectKind = (typeof subjectKinds)[number];

/** A typed id as it is written, such as `lead/42`. */
export type Subject<K extends SubjectKind = SubjectKind> = `${K}/${string}`;

/** A typed id in its two parts. */
export interface SubjectParts<K extends SubjectKind = SubjectKind> {
  readonly kind: K;
  readonly id: string;
}

const kinds: ReadonlySet<string> = new Set(subjectKinds);

function isKind(text: string): text is SubjectKind {
  return kinds.has(text);
}

/**
 * Writes a typed id: kind, a slash, and the id as it is. The id may itself hold slashes.
 * @param subject a kind of {@link subjectKinds} and an id of 1 to 200 characters
 * @throws ModelError `unknown-subject-kind`, `bad-subject-id`
 * @example formatSubject({ kind: 'lead', id: '42' }) // 'lead/42'
 */
export function formatSubject<K extends SubjectKind>(subject: SubjectParts<K>): Subject<K> {
  const { kind, id } = subject;
  if (!isKind(kind)) {
    throw new ModelError('unknown-subject-kind', {
      kind: String(kind),
      nearest: nearestName(String(kind), subjectKinds),
    });
  }
  if (id.length === 0 || id.length > limits.idLength || id.includes('\0') || hasLoneSurrogate(id)) {
    throw new ModelError('bad-subject-id', { id, longest: limits.idLength });
  }
  return `${kind}/${id}`;
}

/**
 * Reads a typed id. Everything after the first slash is the id.
 * @throws ModelError `bad-subject`, `unknown-subject-kind`, `bad-subject-id`
 * @example parseSubject('lead/42') // { kind: 'lead', id: '42' }
 */
export function parseSubject(text: string): SubjectParts {
  const slash = text.indexOf('/');
  if (slash < 0) throw new ModelError('bad-subject', { text });
  const kind = text.slice(0, slash);
  const id = text.slice(slash + 1);
  if (!isKind(kind)) throw new ModelError('unknown-subject-kind', { kind, nearest: nearestName(kind, subjectKinds) });
  if (id.length === 0 || id.length > limits.idLength || id.includes('\0') || hasLoneSurrogate(id)) {
    throw new ModelError('bad-subject-id', { id, longest: limits.idLength });
  }
  return { kind, id };
}
