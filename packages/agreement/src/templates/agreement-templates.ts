import { partnerTeamTemplate } from './partner-team-template.ts';
import { sdrTeamTemplate } from './sdr-team-template.ts';
import { smallTeamTemplate } from './small-team-template.ts';
import type { TemplateOptions } from './template-options.ts';

/** An agreement to begin with. */
export interface AgreementTemplate {
  /** For whom it is, in a line. */
  readonly title: string;
  readonly write: (options: TemplateOptions) => string;
}

/**
 * The agreements to begin with, by name.
 * @example Object.keys(agreementTemplates) // ['small-team', 'sdr-team', 'partner-team']
 */
export const agreementTemplates: Readonly<Record<TemplateName, AgreementTemplate>> = {
  'small-team': { title: 'Marketing and sales, on one screen', write: smallTeamTemplate },
  'sdr-team': { title: 'Marketing, SDRs and field sales', write: sdrTeamTemplate },
  'partner-team': { title: 'Leads of partners and vendors beside your own', write: partnerTeamTemplate },
};

/** Name of one of {@link agreementTemplates}. */
export type TemplateName = 'small-team' | 'sdr-team' | 'partner-team';
