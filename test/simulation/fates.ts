/**
 * What can befall one request on its way: lost before or after the endpoint worked on it, late, doubled, cut, answered by somebody else.
 * Times are virtual milliseconds. Must not know what requests mean.
 */
import type { Delivery, Reply } from './lender.js';
import type { VirtualClock } from './virtual-clock.js';

export const fateKinds = [
  'fine',
  /** Never arrives; the page sees the connection break. */
  'lost',
  /** Arrives; the page sees the connection break instead of an answer. */
  'lost-answer',
  /** The page sees the connection break at once; the request arrives all the same, perhaps ten minutes later. */
  'late',
  /** Arrives twice, the second time late; a browser sends again by itself. */
  'doubled',
  /** Never arrives, never fails. */
  'hangs',
  /** Arrives, and no answer comes. */
  'unanswered',
  /** Arrives; half of the answer comes. */
  'cut',
  /** Arrives; somebody answers 200 with a page. */
  'page-instead',
  /** Turned away before anything is done. */
  'busy',
  'rate-limited',
  'redirected',
  /** Arrives; the answer says that nothing is known. */
  'server-error',
] as const;
export type FateKind = (typeof fateKinds)[number];

export interface Fate {
  readonly kind: FateKind;
  /** To the endpoint. */
  readonly up: number;
  /** Back to the page; for what is doubled, until the second copy arrives. */
  readonly down: number;
}

export const fine: Fate = { kind: 'fine', up: 20, down: 20 };

/** How soon a page notices that a connection broke. */
const noticedMs = 100;

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/problem+json' };
const problem = (status: number, name: string, headers: Readonly<Record<string, string>>): Reply => ({
  status,
  headers: { ...json, ...headers },
  text: JSON.stringify({ type: `urn:aspire-pay:problem:${name}`, status }),
});

/** Who answers in place of the endpoint, before anything reaches it. */
const strangers = {
  busy: problem(503, 'unavailable', { 'retry-after': '2' }),
  'rate-limited': problem(429, 'rate-limited', { 'retry-after': '1' }),
  redirected: { status: 302, headers: { location: 'https://elsewhere.example/sign-in' }, text: '' },
} as const satisfies Partial<Record<FateKind, Reply>>;

export interface Way {
  readonly clock: VirtualClock;
  readonly deliver: () => Promise<Reply>;
  readonly answer: (reply: Reply) => void;
  readonly breakOff: () => void;
}

const changed = (kind: FateKind, reply: Reply): Reply => {
  if (kind === 'cut') return { ...reply, text: reply.text.slice(0, reply.text.length / 2) };
  if (kind === 'page-instead') return { status: 200, headers: html, text: '<!doctype html><title>Sign in</title>' };
  if (kind === 'server-error') return { status: 502, headers: html, text: 'Bad Gateway' };
  return reply;
};

/** Lets a request meet its fate. */
export const meet = ({ kind, up, down }: Fate, { clock, deliver, answer, breakOff }: Way): void => {
  const arrive = (then: (reply: Reply) => void): void => {
    clock.after(up, () => void clock.during(deliver().then(then)));
  };
  switch (kind) {
    case 'fine':
    case 'cut':
    case 'page-instead':
    case 'server-error':
      arrive((reply) => clock.after(down, () => answer(changed(kind, reply))));
      return;
    case 'lost':
      clock.after(up, breakOff);
      return;
    case 'lost-answer':
      arrive(() => clock.after(down, breakOff));
      return;
    case 'late':
      clock.after(noticedMs, breakOff);
      arrive(() => undefined);
      return;
    case 'doubled':
      arrive((reply) => {
        clock.after(20, () => answer(reply));
        clock.after(down, () => void clock.during(deliver()));
      });
      return;
    case 'hangs':
      return;
    case 'unanswered':
      arrive(() => undefined);
      return;
    case 'busy':
    case 'rate-limited':
    case 'redirected':
      clock.after(up, () => answer(strangers[kind]));
  }
};

/** Whether it is a payment on its way. */
export const isPayment = ({ method, path }: Pick<Delivery, 'method' | 'path'>): boolean => method === 'POST' && path === '/payments';
