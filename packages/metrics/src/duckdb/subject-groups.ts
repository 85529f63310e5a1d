/** Subjects in groups: those that are linked, be it through others, are in one. */
export interface SubjectGroups {
  /** Joins the groups of two subjects. */
  join(a: number, b: number): void;
  /** The subject that stands for the group of a subject. */
  of(subject: number): number;
}

/**
 * Every subject in a group of its own, to be joined.
 * @param count all numbers of subjects are below it
 */
export function subjectGroups(count: number): SubjectGroups {
  const parent = new Int32Array(count);
  for (let subject = 0; subject < count; subject++) parent[subject] = subject;
  const of = (subject: number): number => {
    let at = subject;
    for (let up = parent[at] as number; up !== at; up = parent[at] as number) {
      // Each look halves the way for the next one.
      parent[at] = parent[up] as number;
      at = up;
    }
    return at;
  };
  return {
    of,
    join(a, b) {
      const [from, to] = [of(a), of(b)];
      // The lowest one stands for all, whatever the order in which they are joined.
      if (from < to) parent[to] = from;
      else parent[from] = to;
    },
  };
}
