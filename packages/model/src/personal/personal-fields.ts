import { z } from 'zod';
import { eventCatalog } from '../events/event-catalog.ts';
import type { EventType } from '../vocabulary/event-types.ts';
import { isPersonal, withoutWrappers } from '../wire/marks.ts';

/** The personal fields of an object: `true` for a field, a tree for an object that holds some. */
export interface PersonalTree {
  readonly [field: string]: true | PersonalTree;
}

/**
 * The fields of the `data` of a type that are marked as personal in its schema.
 * @returns `null` when there are none
 * @example personalFields('lead.captured') // { contact: { email: true, firstName: true, lastName: true, phone: true } }
 */
export function personalFields(type: EventType): PersonalTree | null {
  return treeOf(eventCatalog[type].data);
}

function treeOf(schema: z.core.$ZodType): PersonalTree | null {
  if (!(schema instanceof z.ZodObject)) return null;
  const tree: Record<string, true | PersonalTree> = {};
  for (const [field, fieldSchema] of Object.entries(schema.shape)) {
    const inner = withoutWrappers(fieldSchema as z.core.$ZodType);
    const below = isPersonal(inner) ? true : treeOf(inner);
    if (below !== null) tree[field] = below;
  }
  return Object.keys(tree).length === 0 ? null : tree;
}
