import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * Starts the Chromium of this machine: the one that SAMETEAM_CHROMIUM names, else one at a usual place, else that of
 * Playwright, which says how to install it when it is missing.
 */
export function openChromium(): Promise<Browser> {
  const executablePath = process.env.SAMETEAM_CHROMIUM ?? usualPlaces.find((place) => existsSync(place));
  return chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}
