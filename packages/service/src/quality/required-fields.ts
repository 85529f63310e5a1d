/** A field that a captured lead should have, and where it says so. */
export interface RequiredField {
  /** By its address in the agreement. */
  readonly field: string;
  /** Keys from the event. */
  readonly path: readonly string[];
}

/**
 * The fields that an agreement requires of a lead and that the event `lead.captured` can say. Others, such as the owner of
 * a lead or the answer to a question, come with events of their own: nothing is to be seen of them on arrival.
 * @param required as in `terms.lead.requires`
 * @example requiredFields(['source.channel', 'lead.owner']) // [{ field: 'source.channel', path: ['data', 'source', 'channel'] }]
 */
export function requiredFields(required: readonly string[]): readonly RequiredField[] {
  return required.flatMap((field) => {
    const path = pathOf(field);
    return path === null ? [] : [{ field, path }];
  });
}

function pathOf(field: string): readonly string[] | null {
  const attribute = /^lead\.attributes\.(.+)$/s.exec(field)?.[1];
  if (attribute !== undefined) return ['data', 'attributes', attribute];
  if (field === 'lead.product') return ['data', 'product'];
  const [thing, name] = field.split('.', 2);
  const isSaid = thing === 'contact' || thing === 'company' || thing === 'source';
  return isSaid && name !== undefined ? ['data', thing, name] : null;
}
