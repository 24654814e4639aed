/**
 * Clock time in a time zone and back to an instant, over Intl. Knows no calendar rules.
 */
import type { PlainDate } from '../../src/api/index.js';

const formats = new Map<string, Intl.DateTimeFormat>();

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
};

export interface LocalTime {
  readonly date: PlainDate;
  /** `HH:MM:SS`. */
  readonly time: string;
}

const reckon = (instant: Date, timeZone: string): LocalTime => {
  const parts = formatFor(timeZone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((found) => found.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
  };
};

/** The same second is asked for again and again: by every check of a payment. */
const keptTimes = 1_000;
const reckoned = new Map<string, LocalTime>();

export const localTime = (instant: Date, timeZone: string): LocalTime => {
  const name = `${Math.floor(instant.getTime() / 1_000)} ${timeZone}`;
  const known = reckoned.get(name);
  if (known) return known;
  const time = reckon(instant, timeZone);
  if (reckoned.size >= keptTimes) reckoned.clear();
  reckoned.set(name, time);
  return time;
};

const offsetAt = (instant: Date, timeZone: string): number => {
  const { date, time } = localTime(instant, timeZone);
  return Date.parse(`${date}T${time}Z`) - Math.floor(instant.getTime() / 1_000) * 1_000;
};

/** The instant at which a clock in the zone shows this; a time that a clock change skips gives the instant of the change's other side. */
export const instantOf = (date: PlainDate, time: string, timeZone: string): Date => {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - offsetAt(new Date(asUtc), timeZone);
  return new Date(asUtc - offsetAt(new Date(guess), timeZone));
};
