import { nearestName } from '@sameteam/model';
import type { FileSpec, LeadMap } from './map-schema.ts';
import { fileReferences } from './references.ts';
import type { PathFault } from './schema-faults.ts';

/** What is wrong with the joins of a file, and with the columns that it takes from them. */
export function joinFaults(id: string, spec: FileSpec, map: LeadMap): readonly PathFault[] {
  const path = ['files', id];
  const joins = spec.joins ?? [];
  const others = Object.keys(map.files).filter((other) => other !== id);
  const faults = joins.flatMap((join, index): PathFault[] => {
    const at = [...path, 'joins', index];
    if (join.file === id)
      return [{ path: [...at, 'file'], message: 'A file cannot be joined with itself.', atKey: false }];
    if (!others.includes(join.file)) {
      const nearest = nearestName(join.file, others);
      const hint = nearest === null ? ` Files: ${others.join(', ')}.` : ` Did you mean "${nearest}"?`;
      return [{ path: [...at, 'file'], message: `The map has no file "${join.file}".${hint}`, atKey: false }];
    }
    if (Object.keys(join.on).length === 0)
      return [{ path: [...at, 'on'], message: 'Name at least one pair of headings.', atKey: false }];
    if (joins.findIndex((other) => other.file === join.file) < index) {
      return [{ path: [...at, 'file'], message: `"${join.file}" is joined twice.`, atKey: false }];
    }
    return [];
  });
  const untaken = fileReferences(spec, path).flatMap(({ heading, path: at }): PathFault[] => {
    const join = joins.find(({ file }) => heading.startsWith(`${file}.`));
    const column = heading.slice((join?.file.length ?? 0) + 1);
    if (join === undefined || join.take.includes(column)) return [];
    return [
      {
        path: at,
        message: `"${column}" is not taken from "${join.file}". Add it to \`take\`: ${join.take.join(', ')}.`,
        atKey: false,
      },
    ];
  });
  return [...faults, ...untaken];
}
