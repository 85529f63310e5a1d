import type { QualityReport } from '@sameteam/api/client';
import type { createApp } from '@sameteam/server';
import type { ArrivalList, ArrivalLog } from './arrival-log.ts';
import { arrivalNews, arrivalsPage } from './pages/arrivals-page.ts';
import type { Html } from './pages/html.ts';
import { pageScript } from './pages/page-script.ts';
import { pageStyle } from './pages/page-style.ts';
import { qualityPage, qualitySections, qualityTitle } from './pages/quality-page.ts';
import { startPage } from './pages/start-page.ts';

type App = ReturnType<typeof createApp>;

/** Adds the pages to an app that takes leads: what arrived, and its quality, for people and as data. */
export function servePages(app: App, log: ArrivalLog): void {
  app.get('/', ({ req }) => {
    if (wantsJson(req.raw))
      return json({
        events: '/v1/events',
        leads: '/v1/leads',
        good: '/good.json',
        bad: '/bad.json',
        quality: '/quality.json',
      });
    return markup(startPage(log, originOf(req.raw)));
  });
  for (const list of ['good', 'bad'] as const) {
    app.get(`/${list}`, ({ req }) =>
      wantsJson(req.raw) ? json(listed(list, log)) : markup(arrivalsPage(list, log, originOf(req.raw))),
    );
    app.get(`/${list}.json`, () => json(listed(list, log)));
    app.get(`/${list}/news`, ({ req }) => json(arrivalNews(list, log, Number(req.query('after')) || 0)));
  }
  const quality = async (): Promise<QualityReport> => (await app.request('/v1/quality')).json();
  app.get('/quality', async ({ req }) =>
    wantsJson(req.raw) ? json(await quality()) : markup(qualityPage(await quality(), log)),
  );
  app.get('/quality.json', async () => json(await quality()));
  app.get('/quality/news', async () => {
    const report = await quality();
    return json({
      ...arrivalNews('bad', log, Infinity),
      title: qualityTitle(report),
      rows: qualitySections(report).text,
    });
  });
  app.get('/arrivals.css', () => file(pageStyle, 'text/css'));
  app.get('/arrivals.js', () => file(pageScript, 'text/javascript'));
}

function listed(list: ArrivalList, log: ArrivalLog): object {
  return { total: log.total(list), limit: log.limit, since: log.since, items: log.list(list) };
}

/** A browser asks for HTML, curl for anything: both get the page, unless JSON is asked for by name. */
function wantsJson({ headers }: Request): boolean {
  const accepted = headers.get('accept') ?? '';
  return accepted.includes('application/json') && !accepted.includes('text/html');
}

const originOf = ({ url }: Request): string => new URL(url).origin;

function json(value: unknown): Response {
  return Response.json(value, { headers: { 'cache-control': 'no-store' } });
}

function markup({ text }: Html): Response {
  return new Response(text, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', vary: 'accept' },
  });
}

function file(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' } });
}
