/** Keeps leads whose dimension has one of the values, or none of them; `null` is the missing value, not `unknown`. */
export type ReportFilter =
  | { readonly dimension: string; readonly in: readonly (string | null)[] }
  | { readonly dimension: string; readonly notIn: readonly (string | null)[] };
