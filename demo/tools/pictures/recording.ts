/**
 * What one real payment was made of: what the payer did, what the element asked and was answered, what the lender's side did.
 * The form of `payment.json`; must not know who records or draws it.
 */
import * as z from 'zod/mini';

const Act = z.object({ kind: z.enum(['payer', 'lender']), words: z.string() });
/** `path` as the OpenAPI document writes it. */
const Call = z.object({ kind: z.literal('call'), method: z.string(), path: z.string(), status: z.int() });

export const Recording = z.array(z.union([Act, Call]));
export type Recording = z.infer<typeof Recording>;
export type Step = Recording[number];

/** The template that an asked path fits, such as `/payments/{paymentId}`; a path without parameters goes first. */
export const templateOf = (path: string, templates: readonly string[]): string => {
  const fits = (template: string): boolean => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  const found = templates.includes(path) ? path : templates.find(fits);
  if (found === undefined) throw new Error(`The API has no ${path}.`);
  return found;
};
