/** Every broken endpoint, in the order of the API. */
import { accountVariants } from './accounts.js';
import { afterVariants } from './after.js';
import { amountVariants } from './amounts.js';
import { answerVariants } from './answers.js';
import { bodyVariants } from './bodies.js';
import { codeVariants } from './codes.js';
import { corsVariants } from './cors.js';
import { itemVariants } from './items.js';
import { keyVariants } from './keys.js';
import { paymentVariants } from './payments.js';
import { readingVariants } from './reading.js';
import type { Variant } from './variant.js';
import { voidVariants } from './voids.js';
import { whoVariants } from './who.js';

export const reading: readonly Variant[] = [...answerVariants, ...bodyVariants, ...readingVariants, ...corsVariants];
export const paying: readonly Variant[] = [...amountVariants, ...itemVariants, ...paymentVariants];
export const once: readonly Variant[] = [...keyVariants, ...voidVariants, ...whoVariants];
export const after: readonly Variant[] = [...afterVariants, ...accountVariants, ...codeVariants];

export const allVariants: readonly Variant[] = [...reading, ...paying, ...once, ...after];
