/** What became of a value that was brought into its normal form: its parts, or a code that says why it has none. */
export type Normalized<T extends object, F extends string> =
  | ({ readonly success: true } & Readonly<T>)
  | { readonly success: false; readonly code: F };

/** The negative answer. */
export function fault<F extends string>(code: F): { readonly success: false; readonly code: F } {
  return { success: false, code };
}
