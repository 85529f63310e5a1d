import type { ReportRow } from '@sameteam/api/client';
import { unrecordedInWords, unrecordedRemedy } from '@sameteam/metrics';
import { reportKeys } from './report-keys.ts';

/** A row of a report as one flat object, as `--json` prints it. */
export type FlatRow = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Puts the dimensions of a row between `anchor` and `value`; money has its currency at the end,
 * before it `folded`, in a row that stands for the smallest values: how many they are, of all its dimensions together.
 * @param by dimensions of the report, in their order
 * @example
 * Object.keys(flattenRow(row, ['source.channel'])).join() // 'metric,unit,anchor,source.channel,value,…,clause,asOf'
 */
export function flattenRow(row: ReportRow, by: readonly string[]): FlatRow {
  const { dimensions, currency, folded, unrecorded, ...rest } = row;
  const values: FlatRow = { ...rest, ...unrecordedOf(unrecorded), ...dimensions };
  const flat = Object.fromEntries(reportKeys(by).map((key) => [key, values[key] ?? null]));
  return {
    ...flat,
    ...(folded === null ? {} : { folded: Object.values(folded).reduce((sum, count) => sum + count, 0) }),
    ...(currency === null ? {} : { currency }),
  };
}

/** What the log has none of, by names and in words; none where nothing is missing. */
function unrecordedOf(ids: readonly string[]): FlatRow {
  const said = unrecordedInWords(ids);
  return {
    unrecorded: ids.length === 0 ? null : ids.join(' '),
    note: said.length === 0 ? null : `${said.join('. ')}. ${unrecordedRemedy}`,
  };
}
