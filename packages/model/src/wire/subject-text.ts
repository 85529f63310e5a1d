import { z } from 'zod';
import { limits } from '../vocabulary/limits.ts';
import type { Subject, SubjectKind } from '../vocabulary/subject.ts';
import { marks } from './marks.ts';
import { subjectPattern } from './patterns.ts';

/** A typed id of one of the kinds, such as `lead/42`. */
export function subjectText<const K extends SubjectKind>(
  ...kinds: readonly [K, ...K[]]
): z.ZodType<Subject<K>, Subject<K>> {
  const schema = z.string().regex(subjectPattern(kinds, limits.idLength));
  marks.add(schema, { kinds });
  return schema as unknown as z.ZodType<Subject<K>, Subject<K>>;
}
