/**
 * What is said of entries that need a correction. Apart from what else may be said: its words come with the journeys that have a form.
 */
import { urgent, type Announcement, type Voice } from './announcement.js';

/** How many entries need a correction, where nobody is led to their summary; undefined where none does. */
export const corrections = ({ length }: readonly unknown[], { words, format }: Voice): Announcement | undefined =>
  length > 0 ? urgent(words.form.corrections(length, format.count(length))) : undefined;
