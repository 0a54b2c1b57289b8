/** A time of the Status family (Unix seconds) as the other pages have it. */
export const dateOf = (seconds: number | null): Date | null =>
  seconds === null ? null : new Date(seconds * 1000)

/** A filter's time (RFC 3339) as the Status family takes it; what isn't a time becomes NaN, for the server to refuse. */
export const secondsOf = (time: string): string => String(Math.floor(Date.parse(time) / 1000))
