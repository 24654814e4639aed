/**
 * Puts an answer on the socket by hand, so that it can stop, crawl, swell or never end where an HTTP server would not let it.
 * Must not know what is in it.
 */
import { once } from 'node:events';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Delivery } from '../../../demo/fault-queue.js';
import type { AnswerEffect } from './effects.js';

const mebibyte = 1_048_576;

/** How the end of the body is announced. */
type Framing = Extract<AnswerEffect, { kind: 'cut' }>['framing'];

const headOf = (answer: Response, more: Readonly<Record<string, string>>): string => {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  for (const [name, value] of Object.entries({ date: new Date().toUTCString(), connection: 'close', ...more })) headers.set(name, value);
  const lines = [...headers].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${lines}\r\n`;
};

const framingHeaders = (framing: Framing, length: number): Record<string, string> => {
  switch (framing) {
    case 'length':
      return { 'content-length': String(length) };
    case 'chunked':
      return { 'transfer-encoding': 'chunked' };
    case 'close':
      return {};
  }
};

const inChunk = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

/** False once nobody takes any more. */
const write = async (socket: Socket, bytes: string | Buffer): Promise<boolean> => {
  if (socket.destroyed) return false;
  if (socket.write(bytes)) return true;
  const over = new AbortController();
  const { signal } = over;
  await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]);
  over.abort();
  return !socket.destroyed;
};

/** Resolves when the bytes have left, so that a reset doesn't overtake them. */
const flush = (socket: Socket, bytes: Buffer): Promise<void> => new Promise((resolve) => socket.write(bytes, () => resolve()));

const cut = async (socket: Socket, answer: Response, { framing, isReset }: Extract<AnswerEffect, { kind: 'cut' }>): Promise<void> => {
  const body = Buffer.from(await answer.arrayBuffer());
  const half = body.subarray(0, Math.floor(body.length / 2));
  const head = Buffer.from(headOf(answer, framingHeaders(framing, body.length)));
  await flush(socket, Buffer.concat([head, framing === 'chunked' ? inChunk(half) : half]));
  if (isReset) socket.resetAndDestroy();
  else socket.end();
};

/** Until the other side hangs up, or the proxy's release. */
const drip = async (answer: Response, ms: number, { bindings, wait }: Delivery): Promise<void> => {
  const { socket } = bindings.incoming;
  const body = Buffer.from(await answer.arrayBuffer());
  await write(socket, headOf(answer, { 'content-length': String(body.length) }));
  for (const byte of body) {
    if (!(await write(socket, Buffer.of(byte)))) return;
    await wait(ms);
  }
  socket.end();
};

const endless = async (socket: Socket, answer: Response): Promise<void> => {
  const spaces = Buffer.alloc(65_536, ' ');
  await write(socket, headOf(answer, {}));
  await write(socket, Buffer.from(await answer.arrayBuffer()));
  // Nobody reads faster than this over a real line, and the machine has other work.
  while (await write(socket, spaces)) await setTimeout(1);
};

const withBody = (answer: Response, body: string | Uint8Array<ArrayBuffer>, more: Readonly<Record<string, string>> = {}): Response => {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(body, { status: answer.status, headers });
};

const bomb = async (answer: Response, mebibytes: number): Promise<Response> => {
  const body = Buffer.concat([Buffer.from(await answer.arrayBuffer()), Buffer.alloc(mebibytes * mebibyte, ' ')]);
  return withBody(answer, Uint8Array.from(gzipSync(body)), { 'content-encoding': 'gzip' });
};

const rewrite = async (answer: Response, pairs: readonly (readonly [string, string])[]): Promise<Response> => {
  const replaceOne = (text: string, [from, to]: readonly [string, string]): string => {
    if (!text.includes(from)) throw new Error(`The answer has no ${from} to replace: ${text}`);
    return text.replace(from, () => to);
  };
  return withBody(answer, pairs.reduce(replaceOne, await answer.text()));
};

const unreadable = (answer: Response): Response => {
  const headers = new Headers([...answer.headers].filter(([name]) => !name.startsWith('access-control-')));
  return new Response(answer.body, { status: answer.status, headers });
};

/** Delivers the request, and does to its answer what the effect says. */
export const befallAnswer = async (effect: AnswerEffect, delivery: Delivery): Promise<Response> => {
  const { socket } = delivery.bindings.incoming;
  const answer = await delivery.deliver();
  switch (effect.kind) {
    case 'cut':
      await cut(socket, answer, effect);
      return RESPONSE_ALREADY_SENT;
    case 'drip':
      await drip(answer, effect.ms, delivery);
      return RESPONSE_ALREADY_SENT;
    case 'endless':
      await delivery.during(() => endless(socket, answer));
      return RESPONSE_ALREADY_SENT;
    case 'bomb':
      return bomb(answer, effect.mebibytes);
    case 'rewrite':
      return rewrite(answer, effect.replace);
    case 'unreadable':
      return unreadable(answer);
  }
};
