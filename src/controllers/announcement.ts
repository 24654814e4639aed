/**
 * What may be said aloud, and what it is said with. Must not know what it is about.
 */
import type { Format } from '../domain/format.js';
import type { Words } from '../locales/en.js';

export interface Announcement {
  readonly text: string;
  /** Interrupts: something needs the payer now. */
  readonly isUrgent: boolean;
}

export interface Voice {
  readonly words: Words;
  readonly format: Format;
}

export const polite = (text: string): Announcement => ({ text, isUrgent: false });
export const urgent = (text: string): Announcement => ({ text, isUrgent: true });
