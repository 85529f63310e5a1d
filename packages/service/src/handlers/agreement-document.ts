import { renderHtml } from '@sameteam/agreement/render';
import { stateAt } from '../agreement-standing.ts';
import type { ServiceContext } from '../service-context.ts';

/**
 * The document of the agreement, for people: one HTML page, whose anchors are the addresses of clauses.
 * @example agreementDocument(context).startsWith('<!doctype html>') // true
 */
export function agreementDocument({ agreement, standing, clock }: ServiceContext): string {
  return renderHtml(agreement, {
    status: { state: stateAt(standing, clock()), signatures: standing?.signatures ?? [] },
    pins: standing?.pins ?? null,
  });
}
