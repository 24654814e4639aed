/**
 * The fault cases, by number: what goes wrong, what must come of it, and which files show it by a test that begins with `case N:`.
 * A file named `*.browser.test.ts` shows it in Chromium, Firefox and WebKit. Must not know how.
 */
import type { Engine } from '../support/browsers.js';

export interface FaultCase {
  readonly number: number;
  readonly title: string;
  readonly outcome: string;
  /** From the root of the project. */
  readonly tests: readonly string[];
  /** What an engine can't be brought to in this case, and why. */
  readonly impossible?: Readonly<Partial<Record<Engine, string>>>;
  /** What stands in for the real thing in the browser tests of every engine, and why. */
  readonly standIn?: string;
}

const losing = 'test/faults/losing-answers.browser.test.ts';
const copies = 'test/faults/late-copies.browser.test.ts';
const misleading = 'test/faults/misleading-answers.browser.test.ts';
const signIn = 'test/faults/sign-in.browser.test.ts';
const refusals = 'test/faults/refusals.browser.test.ts';
const patience = 'test/faults/patience.browser.test.ts';
const bodies = 'test/faults/bodies.browser.test.ts';
const dates = 'test/faults/dates.browser.test.ts';
const tabs = 'test/faults/tabs.browser.test.ts';
const journeys = 'test/faults/journeys.browser.test.ts';
const storage = 'test/faults/storage.browser.test.ts';
const atSize = 'test/faults/at-size.browser.test.ts';
const hostile = 'test/faults/hostile.browser.test.ts';
const later = 'test/faults/later.browser.test.ts';
const payments = 'test/e2e/payments.browser.test.ts';
const policy = 'test/faults/policy.browser.test.ts';
const reopened = 'test/system/reopened-browser.test.ts';
const kills = 'test/system/kill.test.ts';
const outages = 'test/demo/endpoint/unavailable.test.ts';
const contractList = 'test/views/contract-list.browser.test.ts';
const result = 'test/views/result.browser.test.ts';
const answers = 'test/client/http/answer.test.ts';
const requests = 'test/client/http/request.test.ts';
const journal = 'test/client/journal.test.ts';
const client = 'test/client/client.test.ts';
const presses = 'test/controllers/press.test.ts';
const paying = 'test/controllers/pay-a-contract.test.ts';
const currencies = 'test/faults/currencies.browser.test.ts';
const format = 'test/domain/format.test.ts';
const plainDate = 'test/domain/plain-date.test.ts';
const submission = {
  lost: 'test/client/submission/lost-answers.test.ts',
  late: 'test/client/submission/late-copies.test.ts',
  refusals: 'test/client/submission/refusals.test.ts',
  recovery: 'test/client/submission/recovery.test.ts',
  signIn: 'test/client/submission/sign-in.test.ts',
  unreadable: 'test/client/submission/unreadable-answers.test.ts',
} as const;
const endpoint = {
  processes: 'test/demo/endpoint/processes.test.ts',
  keys: 'test/demo/endpoint/payment-keys.test.ts',
  order: 'test/demo/endpoint/order-of-checks.test.ts',
  terms: 'test/demo/endpoint/terms.test.ts',
  contracts: 'test/demo/endpoint/contracts.test.ts',
  calendar: 'test/demo/endpoint/calendar.test.ts',
  wire: 'test/demo/endpoint/wire.test.ts',
} as const;

export const cases: readonly FaultCase[] = [
  { number: 1, title: 'Dropped before the server reads', outcome: 'One payment', tests: [losing, copies, submission.lost] },
  { number: 2, title: 'Dropped after the commit', outcome: 'Accepted, one payment', tests: [losing, copies] },
  { number: 3, title: 'Reset in the middle of the answer', outcome: 'Accepted, one payment', tests: [losing] },
  { number: 4, title: 'Delivered twice', outcome: 'The second is a replay', tests: [copies, submission.lost] },
  {
    number: 5,
    title: 'Two hundred duplicates at the same time',
    outcome: 'One payment; the rest are replays or told to wait, no 500',
    tests: [endpoint.processes],
  },
  { number: 6, title: 'Delivered after the void', outcome: '410, no payment', tests: [copies, submission.late, endpoint.keys] },
  { number: 7, title: 'Delivered ten minutes late, after a new key', outcome: '410 or contract-changed', tests: [copies, submission.late] },
  { number: 8, title: 'A slow drip', outcome: 'Unknown, then settled', tests: [losing, answers] },
  { number: 9, title: 'No answer', outcome: 'Checking at thirty seconds', tests: [losing, submission.lost] },
  { number: 10, title: 'JSON cut short, with a length or in chunks', outcome: 'Unknown, then settled', tests: [losing] },
  { number: 11, title: 'JSON cut by the end of the connection', outcome: 'Unknown, then settled', tests: [losing] },
  {
    number: 12,
    title: 'A login page under 200',
    outcome: 'Never Accepted; unknown, and a sign-in is asked for if the session says so',
    tests: [misleading],
  },
  { number: 13, title: '201 with plain text', outcome: 'Unknown, then settled', tests: [misleading] },
  { number: 14, title: '201 with nothing, {}, null or []', outcome: 'Unknown, then settled', tests: [misleading] },
  {
    number: 15,
    title: '302 to a login, 307 to another origin',
    outcome: 'No body leaves the origin; signed out, the key stays open',
    tests: [signIn, requests, submission.unreadable],
  },
  {
    number: 16,
    title: '422 with field errors',
    outcome: 'Voided; shown at the fields, the focus on the summary',
    tests: [refusals, submission.refusals],
  },
  { number: 17, title: 'key-reused', outcome: 'Not sent again; told as a defect', tests: [refusals, submission.refusals] },
  { number: 18, title: 'in-progress', outcome: 'Waits, then asks', tests: [patience, submission.refusals] },
  { number: 19, title: 'contract-changed', outcome: 'Voided; the new balance, asked again', tests: [refusals, submission.refusals] },
  { number: 20, title: '401 under way', outcome: 'A fresh token, the same key', tests: [signIn, submission.signIn] },
  { number: 21, title: '403', outcome: 'Voided, then refused', tests: [refusals, submission.refusals] },
  { number: 22, title: '404 or 410 that is not ours', outcome: 'Unknown, then settled', tests: [misleading] },
  { number: 23, title: '413, 415', outcome: 'Voided, refused, told as a defect', tests: [refusals, submission.refusals] },
  { number: 24, title: '429 with seconds', outcome: 'Waits', tests: [patience, submission.refusals] },
  {
    number: 25,
    title: '429 with a date, the payer’s clock a day off',
    outcome: 'Waits by the Date header, clamped',
    tests: [patience, submission.refusals],
  },
  { number: 26, title: '503 before or after the commit', outcome: 'Asks first', tests: [patience, submission.refusals] },
  { number: 27, title: 'An answer that CORS refuses', outcome: 'Checking, and a hint without data', tests: [misleading] },
  { number: 28, title: 'A preflight that fails', outcome: 'Nothing leaves; unknown, then settled', tests: [misleading] },
  {
    number: 29,
    title: 'Offline before or in the middle',
    outcome: 'Not offered, or nothing sent, with the reason; resumes',
    tests: [losing],
    standIn:
      'A script sets navigator.onLine and fires the event: not every engine’s driver takes the line away, and it would part the test from its world. In the middle, the proxy drops what is sent.',
  },
  { number: 30, title: 'Two tabs', outcome: 'One payment', tests: [tabs, submission.recovery] },
  { number: 31, title: 'Two devices', outcome: 'contract-changed on the slower', tests: [tabs, endpoint.processes] },
  {
    number: 32,
    title: 'Double click, held Enter',
    outcome: 'One POST',
    tests: [tabs, presses],
    impossible: { webkit: 'Its driver can’t hold a key: Enter goes down and up as often, one right after the other.' },
  },
  { number: 33, title: 'Enter with invalid fields', outcome: 'No POST, announced', tests: [journeys] },
  { number: 34, title: 'Reload under way', outcome: 'Settled before Pay', tests: [journeys, submission.recovery] },
  {
    number: 35,
    title: 'Crash, opened again the next day',
    outcome: 'Settled before Pay',
    tests: [reopened, submission.recovery],
    impossible: { webkit: 'WebKitGTK’s driver keeps no profile from one start to the next: what was stored is gone with the browser.' },
  },
  { number: 36, title: 'Back button', outcome: 'The same state either way', tests: [reopened] },
  { number: 37, title: 'The element is moved under way', outcome: 'One request, the state is kept', tests: [journeys] },
  { number: 38, title: 'The endpoint attribute changes under way', outcome: 'Ends where it began', tests: [journeys] },
  {
    number: 39,
    title: 'The payer changes under way',
    outcome: 'payer-mismatch; never shown to, nor settled by, the new payer',
    tests: [journeys, submission.signIn],
    standIn:
      'By the cookie: a transport under the page puts another payer’s token into each request, as unseen by the element as a cookie. All worlds share one host, so a cookie of one test would reach every other world.',
  },
  {
    number: 40,
    title: 'Storage blocked or full',
    outcome: 'Pays; the version guards',
    tests: [storage, submission.recovery],
    standIn: 'A script makes the storage throw what a browser throws: no driver blocks or fills it for one test.',
  },
  { number: 41, title: 'Somebody tampered with the journal', outcome: 'Ignored safely', tests: [storage, journal, submission.recovery] },
  { number: 42, title: 'A hundred thousand invoices', outcome: 'Paged', tests: [atSize] },
  {
    number: 43,
    title: 'Amounts that are none',
    outcome: 'Refused',
    tests: [hostile, endpoint.terms],
    standIn: 'A transport under the page rewrites what the endpoint answers, field by field; the proxy replaces text only.',
  },
  {
    number: 44,
    title: 'Unknown and unusual currencies',
    outcome: 'Shown; payable only if known',
    tests: [currencies, format],
    standIn: 'A currency nobody knows, or two in one contract, is written by a transport under the page: a world’s own data hold neither.',
  },
  { number: 45, title: 'Unknown vocabulary', outcome: 'A neutral label', tests: [hostile, bodies, result, client] },
  { number: 46, title: 'Unknown fields', outcome: 'Ignored', tests: [bodies, client, endpoint.wire] },
  {
    number: 47,
    title: 'Hostile strings',
    outcome: 'Text, isolated, clipped; links over https only',
    tests: [hostile, bodies, contractList],
  },
  { number: 48, title: '__proto__ and constructor as names', outcome: 'No pollution', tests: [hostile, bodies, answers, endpoint.wire] },
  { number: 49, title: 'Nested ten thousand to a million deep', outcome: 'A bad answer', tests: [bodies, answers] },
  {
    number: 50,
    title: 'A body without end',
    outcome: 'Stops at 1 MiB',
    tests: [bodies, answers],
    impossible: {
      webkit:
        'The page reads no further and settles, but the download of an answer to a keepalive POST goes on: neither cancelling the body nor aborting the request ends it. Answers to reads are hung up on.',
    },
  },
  { number: 51, title: 'A gzip bomb', outcome: 'Decoded bytes count', tests: [bodies, answers] },
  { number: 52, title: 'A stale list', outcome: 'contract-changed', tests: [later] },
  { number: 53, title: 'Accepted, later returned', outcome: 'Status and reason change', tests: [later, payments] },
  { number: 54, title: 'A listener of the host throws', outcome: 'The element is unaffected', tests: [later] },
  { number: 55, title: 'Strict policy, Trusted Types, a second Lit', outcome: 'Works or shows text, never blank', tests: [policy] },
  {
    number: 56,
    title: 'The endpoint killed, the disk full, the database down',
    outcome: 'Nothing acknowledged is missing; 503',
    tests: [kills, outages, endpoint.processes],
  },
  { number: 57, title: 'Two endpoint processes on one database', outcome: 'No loss', tests: [endpoint.processes] },
  {
    number: 58,
    title: 'A due date across time zones and summer time',
    outcome: 'The plain date, everywhere',
    tests: [dates, format, plainDate, endpoint.calendar, endpoint.contracts],
  },
  {
    number: 59,
    title: 'A refusal while an earlier copy is delayed',
    outcome: 'Voided first; Accepted if the copy won',
    tests: [later, submission.late],
  },
  {
    number: 60,
    title: 'The cut-off passes between review and press',
    outcome: 'preview-changed, the box unticked',
    tests: [later, submission.refusals, endpoint.order],
  },
  {
    number: 61,
    title: 'Paying again two days later, before the posting',
    outcome: 'In flight is shown, Pay in addition is asked',
    tests: [later, paying],
  },
  {
    number: 62,
    title: 'A replay after a cancel',
    outcome: 'Canceled is shown, not Pending',
    tests: [later, submission.late, endpoint.keys],
  },
  {
    number: 63,
    title: 'Two tabs pay all, overlapping, in other orders',
    outcome: 'No deadlock, one wins',
    tests: [tabs, endpoint.processes],
  },
];
