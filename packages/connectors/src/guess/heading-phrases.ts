import type { Role } from './crm-table.ts';

/** Headings of one language by role: written without accents, which count as little as case and signs do. */
type Phrases = Readonly<Partial<Record<Role, readonly string[]>>>;

const german: Phrases = {
  won: ['gewonnen am', 'auftragsdatum', 'kunde seit', 'verkauft am'],
  lost: ['verloren am'],
  assigned: ['zugewiesen am', 'zuweisungsdatum', 'zugeteilt am'],
  disqualified: ['disqualifiziert am'],
  rejected: ['abgelehnt am'],
  recycled: ['zurückgestellt am', 'zurückgegeben am'],
  attempted: ['erster anruf', 'erster kontaktversuch', 'erstmals kontaktiert', 'erste kontaktaufnahme'],
  salesQualified: ['sql am', 'vom vertrieb qualifiziert'],
  accepted: ['akzeptiert am', 'angenommen am', 'übernommen am'],
  qualified: ['qualifiziert am', 'mql am', 'qualifizierungsdatum'],
  opened: ['verkaufschance erstellt am', 'opportunity erstellt am', 'chance eröffnet am'],
  expectedClose: [
    'erwarteter abschluss',
    'erwartetes abschlussdatum',
    'voraussichtlicher abschluss',
    'geplanter abschluss',
  ],
  closed: ['abschlussdatum', 'geschlossen am', 'abgeschlossen am', 'schlusstermin'],
  changed: ['geändert am', 'aktualisiert am', 'zuletzt geändert', 'letzte änderung', 'änderungsdatum', 'bearbeitet am'],
  captured: [
    ...['erstellt am', 'erstellt', 'erstelldatum', 'erstellungsdatum', 'angelegt am', 'anlagedatum', 'erfasst am'],
    ...['eingang', 'eingangsdatum', 'eingegangen am', 'anfragedatum', 'anfrage vom', 'registriert am', 'anmeldedatum'],
  ],
  channel: ['quelle', 'leadquelle', 'herkunft', 'ursprung', 'kanal'],
  medium: ['werbemittel'],
  campaign: ['kampagne', 'kampagnenname'],
  landingPage: ['einstiegsseite', 'zielseite'],
  firstName: ['vorname'],
  lastName: ['nachname', 'familienname'],
  phone: ['telefon', 'telefonnummer', 'mobil', 'mobilnummer', 'handy', 'rufnummer'],
  title: ['funktion', 'berufsbezeichnung', 'stellenbezeichnung', 'jobtitel'],
  companyName: ['firma', 'firmenname', 'unternehmen', 'unternehmensname', 'organisation'],
  companyDomain: ['webseite', 'internetseite', 'homepage'],
  companyId: ['firmen id', 'unternehmens id', 'firmennummer'],
  employees: ['mitarbeiter', 'mitarbeiterzahl', 'anzahl mitarbeiter', 'anzahl der mitarbeiter', 'beschäftigte'],
  industry: ['branche'],
  country: ['land'],
  owner: [
    ...['zugewiesen an', 'zugeteilt an', 'zuständig', 'zuständiger', 'verantwortlich', 'verantwortlicher', 'inhaber'],
    ...['besitzer', 'eigentümer', 'bearbeiter', 'betreuer', 'vertriebsmitarbeiter', 'verkäufer'],
  ],
  stage: ['status', 'leadstatus', 'phase', 'verkaufsphase', 'stufe'],
  sentBackReason: ['ablehnungsgrund', 'grund der ablehnung', 'disqualifizierungsgrund'],
  reason: ['grund', 'verlustgrund'],
  currency: ['währung', 'währungscode'],
  amount: ['betrag', 'wert', 'auftragswert', 'umsatz', 'summe', 'auftragsvolumen', 'volumen'],
};

const french: Phrases = {
  won: ['gagné le', 'date de gain', 'client depuis', 'vendu le'],
  lost: ['perdu le', 'date de perte'],
  assigned: ['assigné le', 'attribué le', "date d'attribution"],
  disqualified: ['disqualifié le'],
  rejected: ['rejeté le', 'refusé le'],
  attempted: ['premier appel'],
  accepted: ['accepté le'],
  qualified: ['qualifié le', 'date de qualification'],
  opened: ['opportunité créée le'],
  expectedClose: ['date de clôture prévue', 'clôture prévue'],
  closed: ['date de clôture', 'clôturé le'],
  changed: ['modifié le', 'date de modification', 'mis à jour le', 'dernière modification'],
  captured: ['créé le', 'date de création', 'reçu le', 'date de réception', 'inscrit le', "date d'inscription"],
  channel: ['origine', 'canal', 'provenance', 'source du prospect'],
  campaign: ['campagne'],
  landingPage: ["page d'entrée", 'page de destination'],
  firstName: ['prénom'],
  lastName: ['nom', 'nom de famille'],
  phone: ['téléphone', 'portable'],
  title: ['fonction', 'poste'],
  companyName: ['entreprise', 'société', "nom de l'entreprise", 'nom de la société', 'raison sociale'],
  companyDomain: ['site web', 'domaine'],
  employees: ['effectif', "nombre d'employés", 'nombre de salariés'],
  industry: ['secteur', "secteur d'activité"],
  country: ['pays'],
  owner: ['assigné à', 'attribué à', 'propriétaire', 'responsable', 'commercial'],
  stage: ['statut', 'étape'],
  sentBackReason: ['motif de rejet', 'motif du rejet'],
  reason: ['motif', 'raison', 'raison de la perte'],
  currency: ['devise'],
  amount: ['montant', 'valeur'],
};

const spanish: Phrases = {
  won: ['ganado el', 'fecha de venta', 'cliente desde'],
  lost: ['perdido el', 'fecha de pérdida'],
  assigned: ['asignado el', 'fecha de asignación'],
  disqualified: ['descalificado el'],
  rejected: ['rechazado el'],
  attempted: ['primera llamada'],
  accepted: ['aceptado el'],
  qualified: ['calificado el', 'cualificado el', 'fecha de calificación'],
  opened: ['oportunidad creada el'],
  expectedClose: ['fecha de cierre prevista', 'cierre previsto'],
  closed: ['fecha de cierre', 'cerrado el'],
  changed: ['modificado el', 'fecha de modificación', 'actualizado el', 'última modificación'],
  captured: ['creado el', 'fecha de creación', 'fecha de alta', 'recibido el', 'fecha de registro', 'fecha de entrada'],
  channel: ['fuente', 'origen', 'canal', 'procedencia'],
  medium: ['medio'],
  campaign: ['campaña'],
  landingPage: ['página de destino'],
  firstName: ['nombre'],
  lastName: ['apellido', 'apellidos'],
  phone: ['teléfono', 'móvil'],
  title: ['cargo', 'puesto'],
  companyName: ['empresa', 'nombre de la empresa', 'compañía', 'razón social'],
  companyDomain: ['sitio web', 'dominio'],
  employees: ['empleados', 'número de empleados'],
  industry: ['sector', 'industria'],
  country: ['país'],
  owner: ['asignado a', 'propietario', 'responsable', 'comercial', 'vendedor'],
  stage: ['estado', 'etapa', 'fase'],
  sentBackReason: ['motivo de rechazo'],
  reason: ['motivo', 'motivo de pérdida'],
  currency: ['moneda', 'divisa'],
  amount: ['importe', 'monto', 'valor'],
};

const timeRoles: readonly Role[] = [
  ...([
    'captured',
    'qualified',
    'accepted',
    'salesQualified',
    'assigned',
    'attempted',
    'rejected',
    'recycled',
  ] as const),
  ...(['disqualified', 'opened', 'won', 'lost', 'closed', 'changed', 'expectedClose'] as const),
];

/** Words for a time of no role, and ends of headings of a key. */
const anyTimes = new Set(['datum', 'zeitpunkt', 'zeitstempel', 'fecha', 'horodatage']);
const keyEnds = /(?<!telefon|mobil|ruf)nummer$|\b(kennung|numero|identifiant|codigo)$/;

const byRole = new Map<Role, ReadonlySet<string>>();
for (const language of [german, french, spanish]) {
  for (const [role, phrases] of Object.entries(language) as [Role, readonly string[]][])
    byRole.set(role, new Set([...(byRole.get(role) ?? []), ...phrases.map(folded)]));
}

/** Whether a heading is one of a role in German, French or Spanish; also after or before the word for a lead or contact. */
export function isHeadingOf(role: Role, heading: string): boolean {
  const phrases = byRole.get(role);
  if (phrases === undefined) return false;
  const whole = folded(heading);
  const rest = whole.replace(/^(lead|kontakt|contact|contacto|prospect|interessent|anfrage)s? /, '');
  return phrases.has(whole) || phrases.has(rest);
}

/** Whether a heading says that its cells are times, in German, French or Spanish. */
export function isHeadingOfTimes(heading: string): boolean {
  return anyTimes.has(folded(heading)) || timeRoles.some((role) => isHeadingOf(role, heading));
}

/** Whether a heading is plainly that of some time. */
export function isHeadingOfAnyTime(heading: string): boolean {
  return anyTimes.has(folded(heading));
}

/** Whether a heading ends with a word for a key. */
export function isHeadingOfKey(heading: string): boolean {
  return keyEnds.test(folded(heading));
}

/** Without case, accents and signs; `ae` for `ä` is one with `a`. */
function folded(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/([aou])e/g, '$1')
    .trim();
}
