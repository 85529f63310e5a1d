import type { QualityReport, SourceQuality } from '@sameteam/api/client';
import type { ArrivalLog } from '../arrival-log.ts';
import { countedText, countText, secondsText, shareText } from './count-text.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** The page of the quality of each source. */
export function qualityPage(report: QualityReport, log: ArrivalLog): Html {
  const content = html`<p class="note">Since ${report.since.slice(0, 19).replace('T', ' ')} UTC. Complete: of the accepted leads, by the
fields that the agreement requires. The same as data: <a href="/quality.json">/quality.json</a>.</p>
<div data-rows>${qualitySections(report)}</div>`;
  return page({ path: '/quality', title: qualityTitle(report), content, isLive: true }, log);
}

/** Its heading. */
export function qualityTitle({ sources }: QualityReport): string {
  return sources.length === 0
    ? 'No source has sent anything yet'
    : `${countedText(sources.length, 'source', 'sources')} so far`;
}

/** What changes when something arrives. */
export function qualitySections({ sources }: QualityReport): Html {
  return html`${sources.map(sourceSection)}`;
}

const unnamed = { unnamed: 'Items whose source could not be read', others: 'All further sources together' } as const;

function sourceSection(quality: SourceQuality): Html {
  const { source, kind, received, accepted, duplicates, quarantined, leads } = quality;
  const name = kind === 'source' ? (source ?? '') : unnamed[kind];
  const rows: readonly (readonly [string, string, string])[] = [
    ['Received', countText(received), countedText(leads, 'new lead', 'new leads')],
    ['Accepted', countText(accepted), shareText(received === 0 ? null : accepted / received)],
    ['Sent before', countText(duplicates), shareText(received === 0 ? null : duplicates / received)],
    ['Refused', countText(quarantined), codesText(quality)],
    ...quality.complete.map((it) => [`Complete: ${it.field}`, shareText(it.share), of(it.present, it.of)] as const),
    [
      'E-mail addresses that cannot work',
      shareText(quality.emails.share),
      of(quality.emails.invalid, quality.emails.given),
    ],
    [
      'Phone numbers that nobody can dial',
      shareText(quality.phones.share),
      of(quality.phones.invalid, quality.phones.given),
    ],
    ['Age on arrival, median', ...ageTexts(quality)],
  ];
  const body = rows.map(
    ([head, value, note]) =>
      html`<tr><th scope="row">${head}</th><td class="figure">${value}</td><td>${note}</td></tr>`,
  );
  return html`<table class="quality"><caption>${name}</caption>
<thead class="hidden"><tr><th scope="col">What</th><th scope="col">Figure</th><th scope="col">Of what</th></tr></thead>
<tbody>${body}</tbody></table>
`;
}

const of = (part: number, whole: number): string =>
  whole === 0 ? 'none was given' : `${countText(part)} of ${countText(whole)}`;

function codesText({ codes }: SourceQuality): string {
  return codes.map(({ code, count }) => `${code} ${countText(count)}`).join(', ');
}

function ageTexts({ ageSeconds: age }: SourceQuality): readonly [string, string] {
  if (age === null) return ['—', 'nothing was accepted'];
  return [secondsText(age.median), `90 % within ${secondsText(age.p90)}, oldest ${secondsText(age.oldest)}`];
}
