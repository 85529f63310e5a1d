import { csvTemplate, exampleEvent, isEventType } from '@sameteam/model';
import type { createApp } from '@sameteam/server';
import type { ArrivalLog } from './arrival-log.ts';
import { templatesPage } from './pages/templates-page.ts';

/** Adds what vendors fill in to an app: for each type of event a CSV file and an example, as the model publishes them. */
export function serveTemplates(app: ReturnType<typeof createApp>, log: ArrivalLog): void {
  app.get('/templates', (c) => c.body(templatesPage(log).text, 200, headersOf('text/html; charset=utf-8')));
  app.get('/templates/:file', (c) => {
    const [, type = '', ending] = /^(.+)\.(csv|json)$/.exec(c.req.param('file')) ?? [];
    if (!isEventType(type)) return c.notFound();
    if (ending === 'json')
      return c.body(`${JSON.stringify(exampleEvent(type), null, 2)}\n`, 200, headersOf('application/json'));
    return c.body(csvTemplate(type), 200, {
      ...headersOf('text/csv; charset=utf-8'),
      'content-disposition': `attachment; filename="${type}.csv"`,
    });
  });
}

const headersOf = (type: string): Record<string, string> => ({ 'content-type': type, 'cache-control': 'no-cache' });
