/**
 * What keeps a payment from being made twice, and how each part is switched off from outside the shipped modules: on the wire, in the
 * storage, in the endpoint's data, in how a click is passed on. Beside each, the others that must be off for it to matter.
 */
import type { ShapeName } from './script.js';

export const protections = ['key', 'journal', 'void', 'version', 'payer header', 'in-flight guard', 'lock', 'press guard'] as const;
export type Protection = (typeof protections)[number];

export type Off = ReadonlySet<Protection>;

export const allOn: Off = new Set();

export interface Trial {
  readonly protection: Protection;
  /** Off on both sides of the comparison. */
  readonly othersOff: readonly Protection[];
  /** The scripts it is judged by: those in which nothing else stands in for it. */
  readonly shape: ShapeName;
  /** What happens without it, in a sentence. */
  readonly without: string;
}

export const trials: readonly Trial[] = [
  {
    protection: 'key',
    othersOff: ['version'],
    shape: 'one page',
    without: 'a repeated POST is a second payment, since its first copy is not known again',
  },
  {
    protection: 'journal',
    othersOff: ['version'],
    shape: 'one page',
    without: 'after a reload the payer pays anew while the first POST is still on its way',
  },
  {
    protection: 'void',
    othersOff: ['version'],
    shape: 'one page',
    without: 'the payer is told "not paid", pays anew, and the first POST arrives',
  },
  {
    protection: 'version',
    othersOff: [],
    shape: 'devices',
    without: 'the payer pays on another device while the first POST is still on its way',
  },
  {
    protection: 'payer header',
    othersOff: [],
    shape: 'payers',
    without: 'the next payer’s session settles a payment that was never theirs',
  },
  {
    protection: 'in-flight guard',
    othersOff: ['journal'],
    shape: 'one page',
    without: 'after a crash nothing shows that the first POST was paid',
  },
  { protection: 'lock', othersOff: [], shape: 'two tabs at once', without: 'two tabs pay at the same moment' },
  { protection: 'press guard', othersOff: ['lock'], shape: 'double click', without: 'a double click pays twice' },
];
