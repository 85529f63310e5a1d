/**
 * Number of the meaning of the folds: stores whose facts were made under another one make them anew. To be raised by one
 * with every change by which a fold says something else of the same events; `test/store/fold-version.test.ts` notices.
 */
export const foldVersion = 2;
