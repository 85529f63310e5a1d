import {
  type CellSpec,
  type ConditionSpec,
  cellKeys,
  cellSchema,
  type FileSpec,
  type TimeSpec,
  type ValueSpec,
} from './map-schema.ts';
import { templateHeadings } from './template.ts';

/** A path in a map: the keys that lead to a place. */
export type MapPath = readonly (string | number)[];

/** A heading that a map names, and where. */
export interface HeadingReference {
  readonly heading: string;
  readonly path: MapPath;
}

/** Every heading that a file of a map reads cells of, its joined columns included, with its place below `path`. */
export function fileReferences(spec: FileSpec, path: MapPath): readonly HeadingReference[] {
  const keys =
    typeof spec.key === 'string'
      ? [{ heading: spec.key, path: [...path, 'key'] }]
      : spec.key.map((heading, index) => ({ heading, path: [...path, 'key', index] }));
  const joins = (spec.joins ?? []).flatMap((join, index) =>
    Object.keys(join.on).map((heading) => ({ heading, path: [...path, 'joins', index, 'on', heading] })),
  );
  const events = spec.events.flatMap((event, index) => {
    const at = [...path, 'events', index];
    return [
      ...ofTemplate(event.subject, [...at, 'subject']),
      ...(event.id === undefined ? [] : ofTemplate(event.id, [...at, 'id'])),
      ...placeReferences(event.time, [...at, 'time']),
      ...(event.when === undefined ? [] : conditionReferences(event.when, [...at, 'when'])),
      ...Object.entries(event.data ?? {}).flatMap(([key, value]) =>
        valueReferences(value as ValueSpec, [...at, 'data', key]),
      ),
    ];
  });
  return [...keys, ...joins, ...(spec.changed ? placeReferences(spec.changed, [...path, 'changed']) : []), ...events];
}

/** Whether a value of a map is a cell. */
export function isCell(value: ValueSpec): value is CellSpec {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    cellKeys.some((key) => key in value) &&
    cellSchema.safeParse(value).success
  );
}

function ofTemplate(template: string, path: MapPath): readonly HeadingReference[] {
  return templateHeadings(template).map((heading) => ({ heading, path }));
}

function placeReferences(
  place: Pick<TimeSpec, 'column' | 'firstOf' | 'template'>,
  path: MapPath,
): readonly HeadingReference[] {
  return [
    ...(place.column === undefined ? [] : [{ heading: place.column, path: [...path, 'column'] }]),
    ...(place.firstOf ?? []).map((heading, index) => ({ heading, path: [...path, 'firstOf', index] })),
    ...(place.template === undefined ? [] : ofTemplate(place.template, [...path, 'template'])),
  ];
}

function conditionReferences(condition: ConditionSpec, path: MapPath): readonly HeadingReference[] {
  if ('all' in condition)
    return condition.all.flatMap((part, index) => conditionReferences(part, [...path, 'all', index]));
  if ('any' in condition)
    return condition.any.flatMap((part, index) => conditionReferences(part, [...path, 'any', index]));
  return [{ heading: condition.column, path: [...path, 'column'] }];
}

function valueReferences(value: ValueSpec, path: MapPath): readonly HeadingReference[] {
  if (typeof value === 'string') return ofTemplate(value, path);
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return (value as readonly ValueSpec[]).flatMap((item, index) => valueReferences(item, [...path, index]));
  if (isCell(value)) {
    const currency =
      typeof value.currency === 'object'
        ? [{ heading: value.currency.column, path: [...path, 'currency', 'column'] }]
        : [];
    return [...placeReferences(value, path), ...currency];
  }
  return Object.entries(value).flatMap(([key, item]) => valueReferences(item as ValueSpec, [...path, key]));
}
