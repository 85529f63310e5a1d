import type { AttributionModel, AttributionPath } from '@sameteam/stats';
import { groupKey } from '../../plan/group-addresses.ts';
import type { GroupedScope, ReducedGroup } from '../../plan/reduction.ts';
import type { RowTest } from '../../plan/row-test.ts';
import { has, hasNo, rowsWith } from '../row-tests.ts';
import type { CreditedConversion } from './attribution-request.ts';

/** A channel as a step of a path: texts of their own for a touch without a channel, and for those that are folded. */
export const missingStep = '\u0000missing';
export const foldedStep = '\u0000folded';

/** Columns that a model needs beside the path. */
export type PathDetail = 'marks' | 'ages' | 'none';

/** What a model asks of a path: paths are counted by no more than that, so that few are told apart. */
export function detailOf(model: AttributionModel): PathDetail {
  if (model === 'time_decay') return 'ages';
  return model === 'w' || model === 'full_path' ? 'marks' : 'none';
}

/** The columns that groups of paths are made by. */
export function pathColumns(conversion: CreditedConversion, detail: PathDetail): readonly string[] {
  const path = `path_to_${conversion}`;
  return detail === 'none' ? [path] : [path, `${detail}_to_${conversion}`];
}

/** Rows that came to the conversion, and those that did not. */
export function convertedRows(conversion: CreditedConversion): { readonly did: RowTest; readonly didNot: RowTest } {
  const at = `at_${conversion}`;
  return { did: rowsWith(has(at)), didNot: rowsWith(hasNo(at)) };
}

/** The same rows, in groups of their paths. */
export function byPath(scope: GroupedScope, columns: readonly string[]): GroupedScope {
  return { ...scope, dimensions: columns, calendar: null };
}

/**
 * Reads groups of paths as the models want them.
 * @param detail what the second column holds
 * @param count what is counted of a group
 */
export function readPaths(
  groups: readonly ReducedGroup[],
  detail: PathDetail,
  count: (group: ReducedGroup, key: string) => Omit<AttributionPath, 'steps' | 'ages' | 'milestones'>,
): readonly AttributionPath[] {
  return groups.flatMap((group): AttributionPath[] => {
    const counted = count(group, groupKey(group));
    if (counted.converted === 0 && (counted.notConverted ?? 0) === 0) return [];
    const [path = null, told = null] = group.dimensions;
    const steps = stepsOf(path);
    if (detail === 'ages') return [{ steps, ...counted, ages: numbersOf(told) }];
    if (detail === 'none') return [{ steps, ...counted }];
    const [capture, opportunity] = numbersOrNone(told);
    const milestones = { ...(capture == null ? {} : { capture }), ...(opportunity == null ? {} : { opportunity }) };
    return [{ steps, ...counted, milestones }];
  });
}

function stepsOf(path: string | null): readonly string[] {
  const channels = (path === null ? [] : JSON.parse(path)) as readonly (string | null)[];
  // An empty text is a channel without a name, too.
  return channels.map((channel) => (channel === null || channel === '' ? missingStep : channel));
}

function numbersOrNone(text: string | null): readonly (number | null)[] {
  return text === null ? [] : (JSON.parse(text) as readonly (number | null)[]);
}

function numbersOf(text: string | null): readonly number[] {
  return numbersOrNone(text).map((value) => value ?? 0);
}
