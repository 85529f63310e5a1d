import type { EventData } from '@sameteam/model';
import { dayMs } from '../time/berlin-time.ts';
import { organicPages } from '../world/campaigns.ts';
import type { Scene } from './scene.ts';

/** The inquiry itself, and what was learned about the lead afterwards. */
export function writeCapture(scene: Scene, landingPage: string | null): void {
  const { log, lead, random, capturedMs, knownMs } = scene;
  const system = scene.fate.channel.officeHours ? 'crm' : 'website';
  log.add('lead.captured', captured(scene, landingPage), {
    at: capturedMs,
    system,
    subject: lead,
    lateMs: knownMs - capturedMs,
  });
  const change = random.next();
  const at = knownMs + Math.floor(random.between(0.2, 20) * 86_400) * 1000;
  if (change < 0.08) {
    const attributes = { companySite: scene.company.domain, enriched: true };
    log.add('lead.updated', { attributes }, { at, system: 'automation', subject: lead });
  } else if (change < 0.1) {
    log.add('lead.updated', { product: null }, { at, system: 'crm', subject: lead });
  } else if (change < 0.12) {
    const title = `Senior ${scene.contact.title}`;
    log.add(
      'contact.updated',
      { title },
      { at: at + 30 * dayMs, system: 'crm', subject: `contact/${scene.contact.id}` },
    );
  }
}

function captured(scene: Scene, landingPage: string | null): EventData<'lead.captured'> {
  const { company, contact, fate, random } = scene;
  const { channel, fit, intent } = fate;
  const consents = random.chance(intent === 'low' ? 0.35 : 0.65);
  const hasPhone = random.chance(intent === 'demo' ? 0.9 : 0.45);
  const page =
    landingPage ?? (channel.motion === 'inbound' && channel.medium !== 'fair' ? random.pick(organicPages) : null);
  return {
    company: {
      country: company.country,
      domain: company.domain,
      employees: company.employees,
      industry: company.industry,
      name: company.name,
      ref: `company/${company.number}`,
    },
    ...(consents
      ? {
          consent: [
            { channel: 'email', ground: 'consent' as const, purpose: 'newsletter', status: 'granted' as const },
          ],
        }
      : {}),
    contact: {
      country: company.country,
      email: contact.email,
      firstName: contact.firstName,
      language: contact.language,
      lastName: contact.lastName,
      ...(hasPhone ? { phone: contact.phone } : {}),
      ref: `contact/${contact.id}`,
      role: fit.role,
      title: contact.title,
    },
    product: scene.product,
    // Of some leads nobody wrote down the source: it is absent, which is not the same as `unknown`.
    ...(channel.id === null
      ? {}
      : {
          source: {
            campaign: scene.campaign,
            channel: channel.id,
            landingPage: page,
            medium: channel.medium,
            motion: channel.motion,
          },
        }),
  };
}
