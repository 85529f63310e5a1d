/** Where an element is with its data. `stale` keeps showing data while it asks again, or after that failed. */
export type LoadState<T> =
  | { readonly status: 'unsourced' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T }
  | { readonly status: 'stale'; readonly data: T; readonly failure: Failure | null }
  | { readonly status: 'error'; readonly failure: Failure };

/** What a reader needs to know of a failure. */
export interface Failure {
  readonly title: string;
  /** What failed, why, and what to do. */
  readonly detail: string;
}

/** The state while a question is under way. */
export function asking<T>(state: LoadState<T>): LoadState<T> {
  return state.status === 'ready' || state.status === 'stale'
    ? { status: 'stale', data: state.data, failure: null }
    : { status: 'loading' };
}

/** The state after a question failed: what was known stays, marked. */
export function failed<T>(state: LoadState<T>, reason: unknown): LoadState<T> {
  const failure = failureOf(reason);
  return state.status === 'ready' || state.status === 'stale'
    ? { status: 'stale', data: state.data, failure }
    : { status: 'error', failure };
}

/** What to say of whatever was thrown. */
export function failureOf(reason: unknown): Failure {
  const { title, detail, message } = (typeof reason === 'object' && reason !== null ? reason : {}) as {
    title?: unknown;
    detail?: unknown;
    message?: unknown;
  };
  const text = typeof detail === 'string' && detail !== '' ? detail : message;
  return {
    title: typeof title === 'string' && title !== '' ? title : 'This number could not be computed',
    detail:
      typeof text === 'string' && text !== ''
        ? text
        : 'The source of the numbers failed without saying why. Try again, or run `sameteam doctor`.',
  };
}
