import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Agreement, type CalendarPins, lintAgreement, pinCalendars } from '@sameteam/agreement';
import { isHolidayRegion, publicHolidays } from '@sameteam/agreement/holidays';
import { type RenderOptions as DocumentOptions, renderHtml, renderMarkdown } from '@sameteam/agreement/render';
import { verifyAgreement } from '@sameteam/agreement/sign';
import { metricIds } from '@sameteam/metrics';
import { stateAt } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { asOfMs } from './as-of-day.ts';
import { signatureFiles } from './signature-files.ts';
import { standingOf } from './standing-of.ts';
import { usableAgreement } from './usable-agreement.ts';

/** Options of `sameteam agreement render`, as the command line gives them. */
export interface RenderOptions {
  readonly out?: string;
  readonly html?: boolean;
  readonly md?: boolean;
  readonly previous?: string;
  readonly asOf?: string;
}

/**
 * Answers `sameteam agreement render`: the document that people read and sign, in Markdown or HTML, with the signatures
 * that lie beside the agreement and the holes that are still in it.
 * @throws CliError `no-file`, `bad-agreement`, `bad-as-of`, `bad-output`
 */
export async function runRender(file: string, options: RenderOptions, context: CommandContext): Promise<ExitCode> {
  const render = rendererOf(options);
  const agreement = await usableAgreement(file, context);
  const previous = options.previous === undefined ? null : await usableAgreement(options.previous, context);
  const nowMs = asOfMs(options.asOf, { timeZone: agreement.timeZone, now: context.now });
  const files = await signatureFiles(file, agreement, context);
  const standing = standingOf(await verifyAgreement(agreement, files, { nowMs }));
  const text = render(agreement, {
    previous,
    status: { state: stateAt(standing, nowMs), signatures: standing.signatures },
    pins: standing.pins ?? pinsOf(agreement, nowMs),
    issues: lintAgreement(agreement, {
      asOf: nowMs,
      metrics: metricIds,
      signed: standing.binds !== null ? 'signed' : standing.signatures.length > 0 ? 'partly' : 'unsigned',
      isHolidayRegion,
    }),
  });
  if (options.out === undefined) {
    context.stdout.write(text);
    return exitCodes.done;
  }
  writeFileSync(resolve(context.cwd, options.out), text);
  context.stderr.write(`Wrote ${options.out}\n`);
  return exitCodes.done;
}

function rendererOf({ out, html, md }: RenderOptions): (agreement: Agreement, options: DocumentOptions) => string {
  if (html) return renderHtml;
  if (md || out === undefined) return renderMarkdown;
  if (/\.html?$/i.test(out)) return renderHtml;
  if (/\.(?:md|markdown)$/i.test(out)) return renderMarkdown;
  throw new CliError('bad-output', { path: out });
}

/** The holidays of the year in which it begins and of the one after; none where a region is not known. */
function pinsOf(agreement: Agreement, nowMs: number): CalendarPins | null {
  const regions = Object.values(agreement.calendars).flatMap(({ holidays }) => holidays ?? []);
  if (!regions.every(isHolidayRegion)) return null;
  const year = Number((agreement.effective ?? new Date(nowMs).toISOString()).slice(0, 4));
  return pinCalendars(agreement, { fromYear: year, toYear: Math.min(2199, year + 1), holidays: publicHolidays });
}
