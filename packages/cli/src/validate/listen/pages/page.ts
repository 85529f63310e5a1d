import type { ArrivalLog } from '../arrival-log.ts';
import { countText } from './count-text.ts';
import { type Html, html } from './html.ts';

/** The pages, by their address. */
export const pageNames = {
  '/good': 'Good',
  '/bad': 'Bad',
  '/quality': 'Quality',
  '/templates': 'Templates',
} as const;

/** Address of a page. */
export type PagePath = '/' | keyof typeof pageNames;

/** What a page is made of. */
export interface PageParts {
  readonly path: PagePath;
  /** What it found: its heading. */
  readonly title: string;
  readonly content: Html;
  /** Where the script asks for news: below the address of the page. Absent where nothing changes. */
  readonly isLive?: boolean;
}

/** A whole page. Its style and script are files: nothing inline is let through. */
export function page({ path, title, content, isLive = false }: PageParts, log: ArrivalLog): Html {
  const links = (Object.keys(pageNames) as (keyof typeof pageNames)[]).map((address) => {
    const list = address === '/good' ? 'good' : address === '/bad' ? 'bad' : null;
    const count =
      list === null ? null : html` <span class="count" data-count="${list}">${countText(log.total(list))}</span>`;
    return html`<li><a href="${address}"${currentIf(address === path)}>${pageNames[address]}${count}</a></li>`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Sameteam</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/arrivals.css">
${isLive ? html`<script type="module" src="/arrivals.js"></script>` : null}
</head>
<body>
<header>
<p class="brand"><a href="/"${currentIf(path === '/')}>Sameteam <span>a place to try</span></a></p>
<nav aria-label="Pages"><ul>${links}</ul></nav>
</header>
<main${isLive ? html` data-live="${path}/news" data-since="${log.since}"` : null}>
<h1 data-title>${title}</h1>
${content}
${isLive ? html`<p class="state" role="status" data-state></p>` : null}
${isLive ? html`<noscript><p class="note">Load the page again to see what arrived since.</p></noscript>` : null}
</main>
</body>
</html>
`;
}

const currentIf = (isCurrent: boolean): Html | null => (isCurrent ? html` aria-current="page"` : null);
