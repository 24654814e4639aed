/**
 * What every view is given besides its state: words, formats, the session, and the way to report what a person did.
 * Today and the time zone are the session's; a view never asks the browser's clock.
 */
import type { Session } from '../api/index.js';
import type { Format } from '../domain/format.js';
import type { Awaited } from '../domain/journey.js';
import type { Direction } from '../domain/language.js';
import type { Send } from '../domain/user-events.js';
import type { Words } from '../locales/en.js';

export interface ViewContext {
  readonly words: Words;
  readonly format: Format;
  readonly direction: Direction;
  readonly send: Send;
  /** 1 to 6: the level of the view's own heading; sections are one below. */
  readonly headingLevel: number;
  readonly session?: Session | undefined;
  /** The press whose screen is still on its way: its button says so. */
  readonly awaited?: Awaited | undefined;
  /** Whether bank details are entered in the integrator's own fields, in the slot `bank`. */
  readonly hasBankSource?: boolean | undefined;
}

/** Zone in which times are shown; UTC, named as such, until the session is known. */
export const timeZoneOf = ({ session }: ViewContext): string => session?.calendar.timeZone ?? 'UTC';
