export { renderHtml } from './render-html.ts';
export { renderMarkdown } from './render-markdown.ts';
export type { DocumentStatus, RenderOptions, ShownSignature } from './render-options.ts';
