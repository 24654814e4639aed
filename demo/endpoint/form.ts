/**
 * From a parsed body to a typed request, or to field errors with pointers. Knows the schemas' verdicts, not the rules of a payment.
 */
import * as z from 'zod/mini';
import type { FieldError } from '../../src/api/index.js';
import { invalid } from './problems.js';

/** RFC 6901: `~` and `/` in a name are escaped. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? Reflect.get(value, step) : undefined),
    body,
  );

const describe = (body: unknown, path: readonly PropertyKey[]): Pick<FieldError, 'code' | 'detail'> => {
  if (valueAt(body, path) === undefined) return { code: 'required', detail: 'This is required.' };
  if (path.at(-1) === 'value') return { code: 'not-an-amount', detail: 'An amount is a whole number of minor units.' };
  return { code: 'invalid', detail: 'This value is not allowed here.' };
};

/** Parses or throws 422 `invalid`. */
export const parseForm = <Schema extends z.core.$ZodType>(schema: Schema, body: unknown): z.output<Schema> => {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.slice(0, 50).map(({ path }) => ({ pointer: pointerTo(path), ...describe(body, path) })));
};
