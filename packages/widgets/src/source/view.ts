import type { ReportRequest } from '@sameteam/api/client';

/** A value of a dimension; `null` is the missing value, which is not `unknown`. */
export type Value = string | null;

/** The values of one dimension that are looked at. */
export interface ViewFilter {
  readonly dimension: string;
  readonly in: readonly Value[];
}

/** What all elements of a source look at together. */
export interface View {
  /** First day, `YYYY-MM-DD`, included; `null` for no limit. */
  readonly from: string | null;
  /** Last day, `YYYY-MM-DD`, included; `null` for no limit. */
  readonly to: string | null;
  /** Instant, ISO 8601; `null` for now. */
  readonly asOf: string | null;
  readonly filters: readonly ViewFilter[];
}

/** Everything, as of now. */
export const wholeView: View = { from: null, to: null, asOf: null, filters: [] };

/** The values of a dimension that are selected; empty where all are. */
export function selected(view: View, dimension: string): readonly Value[] {
  return view.filters.find((filter) => filter.dimension === dimension)?.in ?? [];
}

/** The view with these values of the dimension selected; none means all. */
export function withSelected(view: View, dimension: string, values: readonly Value[]): View {
  const others = view.filters.filter((filter) => filter.dimension !== dimension);
  return { ...view, filters: values.length === 0 ? others : [...others, { dimension, in: values }] };
}

/** The view with one value more, or one less, selected. */
export function withToggled(view: View, dimension: string, value: Value): View {
  const now = selected(view, dimension);
  return withSelected(view, dimension, now.includes(value) ? now.filter((v) => v !== value) : [...now, value]);
}

/** Whether anything narrows the view: a filter or a period. */
export function isNarrowed(view: View): boolean {
  return view.filters.length > 0 || view.from !== null || view.to !== null;
}

/** What an element asks, before the view is laid over it. */
export interface Question extends Pick<ReportRequest, 'metrics' | 'by' | 'grain' | 'anchor' | 'top'> {
  /** Dimensions whose filter does not apply: a breakdown shows all values of its own. */
  readonly unfiltered?: readonly string[];
}

/** The request that asks a question of a view. */
export function requestOf(question: Question, view: View): ReportRequest {
  const { unfiltered = [], ...rest } = question;
  const filters = view.filters.filter((filter) => !unfiltered.includes(filter.dimension));
  return {
    ...rest,
    ...(filters.length > 0 ? { filters } : {}),
    ...(view.from === null ? {} : { from: view.from }),
    ...(view.to === null ? {} : { to: view.to }),
    ...(view.asOf === null ? {} : { asOf: view.asOf }),
  };
}
