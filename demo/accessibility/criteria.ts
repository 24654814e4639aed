/** Every success criterion of WCAG 2.2 at levels A and AA, in the order of the recommendation. */
import type { Criterion } from './criterion.js';
import { operable } from './operable.js';
import { perceivable } from './perceivable.js';
import { understandable } from './understandable.js';

export const criteria: readonly Criterion[] = [...perceivable, ...operable, ...understandable];
