import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { documentPath } from './serve-document.ts';

/**
 * What a browser may do with what this server sends.
 *
 * Scripts and styles come from this server only, as files: nothing inline, no eval. The elements need no more: their
 * sheets are constructed, and what hangs on a number (the length of a bar) they set by the CSSOM.
 *
 * frame-ancestors: the page shows the numbers of the whole company and acts with its reader's rights, so a foreign page
 * may not draw it in a frame (and lay buttons over it). The origins that are allowed to call the API are trusted with
 * the same numbers, so they may. X-Frame-Options could not say that, and is left out: every browser that runs custom
 * elements knows frame-ancestors.
 *
 * No Strict-Transport-Security: this server speaks plain HTTP; who puts TLS before it sets it there.
 */
export function securityHeaders({ allowOrigins }: { readonly allowOrigins: readonly string[] }): MiddlewareHandler {
  const page = headersWith(allowOrigins, {
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
  });
  // The document of the agreement is one file that brings its own style, and runs nothing at all.
  const document = headersWith(allowOrigins, { styleSrc: ["'unsafe-inline'"] });
  return (c, next) => (c.req.path === documentPath ? document : page)(c, next);
}

type Sources = Readonly<Record<string, string[]>>;

function headersWith(allowOrigins: readonly string[], sources: Sources): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      ...sources,
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'self'", ...allowOrigins],
    },
    // A page of an allowed origin loads the elements' modules from here.
    crossOriginResourcePolicy: allowOrigins.length === 0 ? 'same-origin' : 'cross-origin',
    crossOriginOpenerPolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
    strictTransportSecurity: false,
    xFrameOptions: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
  });
}
