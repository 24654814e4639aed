/**
 * Cursors: where a page ended, signed and tied to the list it came from, so that any other text is unknown.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { parseJson } from '../json.js';
import { invalid } from '../problems.js';

const macLength = 16;

const sign = (key: Uint8Array, list: string, position: string): Buffer =>
  createHmac('sha256', key).update('cursor\0').update(list).update('\0').update(position).digest().subarray(0, macLength);

/** `list` names the payer and everything the list was asked with. */
export const writeCursor = (key: Uint8Array, list: string, position: readonly (string | number)[]): string => {
  const text = JSON.stringify(position);
  return Buffer.concat([sign(key, list, text), Buffer.from(text, 'utf8')]).toString('base64url');
};

/** Throws 422 for a cursor that this list didn't give out. */
export const readCursor = <Position extends z.core.$ZodType>(
  key: Uint8Array,
  list: string,
  schema: Position,
  cursor: string,
): z.output<Position> => {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.subarray(macLength).toString('utf8');
  const mac = bytes.subarray(0, macLength);
  const isOurs = mac.length === macLength && timingSafeEqual(mac, sign(key, list, text));
  const parsed = isOurs ? parseJson(text) : { ok: false as const };
  const position = parsed.ok ? z.safeParse(schema, parsed.value) : undefined;
  if (position?.success !== true)
    throw invalid([{ pointer: '?cursor', code: 'unknown-cursor', detail: 'This page is not known. Start from the first.' }]);
  return position.data;
};
