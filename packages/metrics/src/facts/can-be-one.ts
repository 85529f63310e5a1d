const kinds = ['lead/', 'contact/', 'company/', 'opportunity/'] as const;

/** Whether two records can be one: leads, contacts, companies and opportunities, each with their like. */
export function canBeOne(subject: string, other: string): boolean {
  return kinds.some((kind) => subject.startsWith(kind) && other.startsWith(kind));
}
