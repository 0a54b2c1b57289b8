/** How long a browser stays signed in at the portal at all, however much it is used. */
export const browserStayMs = 30 * 86_400_000

/** The interval sent to a client: its own or the installation's, longer while the server is under pressure (1 to 4). */
export const intervalFor = (ownS: number | null, installationS: number, pressure: number): number =>
  Math.round((ownS ?? installationS) * Math.min(4, Math.max(1, pressure)))

/** Seconds that a signed answer is good for: two intervals. A client's own interval can shorten that, never lengthen it. */
export const validityFor = (ownS: number | null, installationS: number, pressure: number): number =>
  2 * intervalFor(Math.min(ownS ?? installationS, installationS), installationS, pressure)
