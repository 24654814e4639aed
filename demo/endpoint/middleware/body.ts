/**
 * Reads a JSON body within its limits: size counted as it arrives where no length is stated, type, encoding.
 */
import type { Context } from 'hono';
import { parseJson, type JsonFault } from '../json.js';
import { invalid, ProblemError } from '../problems.js';

const maxBytes = 64 * 1024;

const tooLarge = (): ProblemError => new ProblemError('too-large', 'A request body may hold 64 kB.');

const faultDetails: Record<JsonFault, string> = {
  malformed: 'The body is not JSON.',
  'duplicate-name': 'A name stands twice in one object.',
  'too-deep': 'The body is nested too deeply.',
  'inexact-number': 'A number in the body cannot be kept exactly.',
};

const isJson = (contentType: string | undefined): boolean => /^application\/json\s*(;|$)/i.test(contentType?.trim() ?? '');

/** Node reads no further than a stated length; it is looked at again all the same. */
const readStated = async (request: Request): Promise<Uint8Array> => {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > maxBytes) throw tooLarge();
  return bytes;
};

const readStream = async (request: Request): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body === null) return new Uint8Array();
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The body's value; 413, 415 or 422 before anything else is looked at. */
export const readJson = async (c: Context): Promise<unknown> => {
  const stated = c.req.header('content-length');
  if (Number(stated ?? 0) > maxBytes) throw tooLarge();
  const encoding = c.req.header('content-encoding') ?? 'identity';
  if (!isJson(c.req.header('content-type')) || encoding.toLowerCase() !== 'identity') {
    throw new ProblemError('unsupported-media-type', 'Send the body as application/json.');
  }
  // A stream for each request takes longer than all that is done with what it brings.
  const bytes = await (stated === undefined ? readStream : readStated)(c.req.raw);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalid([{ pointer: '', code: 'malformed', detail: faultDetails.malformed }]);
  }
  const parsed = parseJson(text);
  if (!parsed.ok) throw invalid([{ pointer: '', code: parsed.fault, detail: faultDetails[parsed.fault] }]);
  return parsed.value;
};
