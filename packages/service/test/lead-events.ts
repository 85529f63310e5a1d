/** When the tests of the way in take place: noon of 1 March 2026. */
export const arrivalMs = Date.UTC(2026, 2, 1, 12);

/** An event that is sound, a minute old, with what differs. */
export function leadEvent(id: string, more: object = {}): Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0',
    id,
    source: '/form',
    type: 'lead.captured',
    subject: `lead/${id}`,
    time: '2026-03-01T11:59:00Z',
    data: { source: { channel: 'email' }, contact: { email: `${id}@acme.example` } },
    ...more,
  };
}
