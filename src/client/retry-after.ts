/**
 * Reads `Retry-After`, in seconds or as a date. A date is measured against the answer's own `Date`,
 * because the payer's clock may be a day off.
 */

const maxWaitMs = 60_000;

/** Milliseconds to wait, between 0 and `mostMs`, a minute; undefined where the header is absent, unexposed or unreadable. */
export const readRetryAfter = (headers: Headers, now: number, mostMs = maxWaitMs): number | undefined => {
  const text = headers.get('retry-after');
  if (text === null) return undefined;
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, mostMs);
  const until = Date.parse(text);
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(until - (Number.isNaN(sent) ? now : sent), 0), mostMs);
};
