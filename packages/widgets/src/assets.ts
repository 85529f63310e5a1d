/**
 * The folder of the built files that a server gives to browsers, with a slash at its end: `sameteam-widgets.js` and
 * the chunks beside it, and `page/index.html`, which expects the folder under `/widgets/`.
 * @example new URL('page/index.html', assetsUrl)
 */
export const assetsUrl = new URL('../dist/', import.meta.url);
