import { nearestName } from '@sameteam/model';
import { ConnectorError } from '../connector-error.ts';
import { parseTimeFormat } from '../time/parse-time-format.ts';
import { createZoneClock } from '../time/zone-clock.ts';
import { dataFaults } from './data-faults.ts';
import { joinFaults } from './join-faults.ts';
import type { EventSpec, FileSpec, LeadMap, TimeSpec, ValueSpec } from './map-schema.ts';
import { fileReferences, isCell, type MapPath } from './references.ts';
import type { PathFault } from './schema-faults.ts';
import { parseTemplate } from './template.ts';

/** What is wrong in a map of the right form: words that name nothing, patterns that do not compile, ids that meet. */
export function meaningFaults(map: LeadMap): readonly PathFault[] {
  const files = Object.entries(map.files);
  const none = files.length === 0 ? [fault(['files'], 'The map has no file.')] : [];
  return [
    ...none,
    ...zoneFaults(map.zone, ['zone']),
    ...files.flatMap(([id, spec]) => fileFaults(id, spec, map)),
    ...sameIdFaults(map),
  ];
}

function fileFaults(id: string, spec: FileSpec, map: LeadMap): readonly PathFault[] {
  const path = ['files', id];
  const faults = [
    ...zoneFaults(spec.zone, [...path, 'zone']),
    ...joinFaults(id, spec, map),
    ...headingFaults(spec, path),
  ];
  if (spec.changed !== undefined) {
    faults.push(...timeFaults(spec.changed, [...path, 'changed']));
    if (spec.rows === 'events') faults.push(fault([...path, 'changed'], '`changed` is for `rows: records` only.'));
  }
  return [...faults, ...spec.events.flatMap((event, index) => eventFaults(event, [...path, 'events', index]))];
}

function eventFaults(event: EventSpec, path: MapPath): readonly PathFault[] {
  const templates = [
    ...templateFaults(event.subject, [...path, 'subject']),
    ...(event.id === undefined ? [] : templateFaults(event.id, [...path, 'id'])),
  ];
  const values = Object.entries(event.data ?? {}).flatMap(([key, value]) =>
    valueFaults(value as ValueSpec, [...path, 'data', key]),
  );
  return [...templates, ...timeFaults(event.time, [...path, 'time']), ...values, ...dataFaults(event, path)];
}

function headingFaults(spec: FileSpec, path: MapPath): readonly PathFault[] {
  const { columns } = spec;
  const own = fileReferences(spec, path).filter(
    ({ heading }) => !(spec.joins ?? []).some((join) => heading.startsWith(`${join.file}.`)),
  );
  if (columns === undefined) return [];
  const known = [...columns, ...(spec.optional ?? [])];
  return own
    .filter(({ heading }) => !known.includes(heading))
    .map(({ heading, path: at }) => {
      const nearest = nearestName(heading, known);
      return fault(
        at,
        `"${heading}" is not among the \`columns\` of this file.${nearest === null ? '' : ` Did you mean "${nearest}"?`}`,
      );
    });
}

function valueFaults(value: ValueSpec, path: MapPath): readonly PathFault[] {
  if (typeof value === 'string') return templateFaults(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return (value as readonly ValueSpec[]).flatMap((item, index) => valueFaults(item, [...path, index]));
  if (!isCell(value))
    return Object.entries(value).flatMap(([key, item]) => valueFaults(item as ValueSpec, [...path, key]));
  const faults = [...placeFaults(value, path), ...zoneFaults(value.zone, [...path, 'zone'])];
  const { as, format, currency, split, only, rename } = value;
  if (format !== undefined) faults.push(...formatFaults(format, [...path, 'format']));
  if ((as === 'date' || as === 'time') && format === undefined)
    faults.push(fault(path, `\`as: ${as}\` needs a \`format\`.`));
  if (as === 'money' && currency === undefined) faults.push(fault(path, '`as: money` needs a `currency`.'));
  if (as === 'list' && split === undefined) faults.push(fault(path, '`as: list` needs a `split`.'));
  if (only === true && rename === undefined)
    faults.push(fault(path, '`only` refuses what `rename` does not name, and there is no `rename`.'));
  return faults;
}

function timeFaults(time: TimeSpec, path: MapPath): readonly PathFault[] {
  return [
    ...placeFaults(time, path),
    ...formatFaults(time.format, [...path, 'format']),
    ...zoneFaults(time.zone, [...path, 'zone']),
  ];
}

function placeFaults(place: Pick<TimeSpec, 'column' | 'firstOf' | 'template'>, path: MapPath): PathFault[] {
  const given = (['column', 'firstOf', 'template'] as const).filter((key) => place[key] !== undefined);
  const faults = place.template === undefined ? [] : [...templateFaults(place.template, [...path, 'template'])];
  if (given.length === 1) return faults;
  return [
    ...faults,
    fault(
      path,
      given.length === 0 ? 'Name a `column`, `firstOf` or a `template`.' : `Name only one of: ${given.join(', ')}.`,
    ),
  ];
}

function templateFaults(template: string, path: MapPath): readonly PathFault[] {
  const parts = parseTemplate(template);
  return typeof parts === 'string' ? [fault(path, `${parts}.`)] : [];
}

function formatFaults(format: TimeSpec['format'], path: MapPath): readonly PathFault[] {
  const list = typeof format === 'string' ? [format] : format;
  return list.flatMap((pattern, index) =>
    caught(() => parseTimeFormat(pattern), typeof format === 'string' ? path : [...path, index]),
  );
}

function zoneFaults(zone: string | undefined, path: MapPath): readonly PathFault[] {
  return zone === undefined ? [] : caught(() => createZoneClock(zone), path);
}

function caught(run: () => unknown, path: MapPath): readonly PathFault[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof ConnectorError) return [fault(path, error.message)];
    throw error;
  }
}

function sameIdFaults(map: LeadMap): readonly PathFault[] {
  const seen = new Map<string, string>();
  return Object.entries(map.files).flatMap(([id, spec]) =>
    spec.events.flatMap((event, index) => {
      if (event.id === undefined) return [];
      const identity = `${spec.source ?? map.source}\n${event.id}`;
      const before = seen.get(identity);
      seen.set(identity, `files.${id}.events.${index}`);
      if (before === undefined) return [];
      return [
        fault(
          ['files', id, 'events', index, 'id'],
          `"${event.id}" is the id of ${before} too: two events cannot have the same id.`,
        ),
      ];
    }),
  );
}

function fault(path: MapPath, message: string): PathFault {
  return { path, message, atKey: false };
}
