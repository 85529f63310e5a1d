import type { Report } from '@sameteam/api/client';

const standings: Readonly<Record<Report['agreement']['standing'], string>> = {
  draft: ' (draft)',
  signed: ' (signed, but not binding then: a draft still)',
  binding: '',
  ended: ' (ended)',
  unknown: ' (a draft, as far as is known here: its signatures lie beside its file, which --agreement names)',
};

/**
 * When and by which agreement numbers are judged, and whether it binds: the first note below each of them.
 * @example judgedByText({ asOf: '2026-11-22T07:00:00Z', agreement }) // 'As of 2026-11-22 07:00 UTC, by the agreement "Acme", version 3 (draft).'
 */
export function judgedByText({ asOf, agreement }: Pick<Report, 'asOf' | 'agreement'>): string {
  const { name, version, standing } = agreement;
  return `As of ${instantText(asOf)}, by the agreement "${name}", version ${version}${standings[standing]}.`;
}

/** `2026-11-22 07:00 UTC` */
export function instantText(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
