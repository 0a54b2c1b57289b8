import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where the system's Chromium is; CHROMIUM names another. Undefined when there is none. */
export const chromiumPath = (): string | undefined =>
  process.env['CHROMIUM'] ?? places.find((place) => existsSync(place))
