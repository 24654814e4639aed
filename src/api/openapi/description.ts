/**
 * The rules that no schema can say, as sections of the OpenAPI document's description.
 * The conformance kit names these sections by their headings. Knows no path and no schema.
 */

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

const answers: Section[] = [
  {
    title: 'Answers',
    lines: [
      'JSON in and out; a success is `application/json`. Every answer, errors included, is `Cache-Control: no-store`.',
      'Every answer to somebody signed in names the payer it is for in the header `Aspire-Pay-Payer`, errors included.',
      'Unknown fields in a request are ignored. Words such as `status`, a charge’s `type` or a warning’s `code` are open vocabularies.',
      'Requests hold at most 64 kB (65,536 bytes), counted as they arrive; answers at most 1 MiB.',
      'A body that is not `application/json` is 415, also one without a type. One that is not JSON, or holds a name twice, is 422 `invalid`.',
      'No bank digits beyond the last four stand in any answer, header, problem, address or log.',
      'Links (`logoUrl`, `helpUrl`, `documentUrl`) are `https:`.',
    ],
  },
  {
    title: 'Problems',
    lines: [
      'A refusal is RFC 9457 `application/problem+json` with `type: "urn:aspire-pay:problem:<name>"` and the status that belongs to the name.',
      '`errors` says what is wrong value by value; `pointer` is RFC 6901 into the body, or `?name` for a query parameter.',
      'A plain HTTP failure without a name of ours has `type: "about:blank"`: an address nobody knows is never a 404 `not-found`.',
      'What cannot be answered now is 503 `unavailable` with `Retry-After`, never 500, and stores nothing.',
    ],
  },
  {
    title: 'Who',
    lines: [
      '`Authorization: Bearer <token>` (or the site’s cookie) says who asks. No token, or one that is unknown or has ended: 401 `unauthenticated`.',
      'No token is looked at for preflights, `/lender`, `/enrollments*`, `/sign-ins*`, `/openapi.json` and `/healthz`.',
      'Every id is looked up together with the payer. Another payer’s id is answered exactly as one that does not exist: ' +
        '404 `not-found` in a path, 422 `invalid` with code `unknown-id` at its pointer in a body.',
      'A request whose header `Aspire-Pay-Payer` names somebody else than its token is 403 `payer-mismatch`: nothing is read, written or voided.',
      'Lists hold what is the payer’s own. A contract may be several payers’ (a guarantor’s, too).',
    ],
  },
  {
    title: 'Pages',
    lines: [
      'A page is `{ items, nextCursor, asOf }`. `nextCursor` is opaque, and null on the last page; passed back as `cursor` it gives the next page.',
      'All pages together hold each item once. A cursor that this list did not give out is 422 at `?cursor`.',
      'A `limit` above the maximum is lowered to it; one that is no whole number, or below 1, is 422 at `?limit`.',
    ],
  },
];

const contracts: Section[] = [
  {
    title: 'Contracts and invoices',
    lines: [
      '`status` is `open` unless asked otherwise; an unknown `status` or `sort` is 422 at its name.',
      '`sort`: `dueDate` (the usual one) lists the oldest open due date first, `number` ascending, `open` the largest open amount first.',
      '`q` finds a part of a contract’s or an open invoice’s number, upper and lower case alike.',
      '`total` counts, and `totals` sums per currency, the whole result, not the page.',
      'An invoice’s `open` is the sum of its charges’ `open`; a charge’s may be negative (a credit). All is in the contract’s currency.',
      'A contract’s `totals` are sums of its open invoices: `pastDue` is due before today, `due` by today, `open` everything.',
      '`/contracts/{contractId}/invoices` lists only what is open, oldest due date first. The first ten, or fewer, ride along with the contract, ' +
        'with the cursor that goes on.',
      'What is not `payable` says why in `notPayableReason`.',
    ],
  },
  {
    title: 'Money and dates',
    lines: [
      'Money is an integer in minor units within ±(2⁵³−1). `"12"`, `null`, 10.5, 1e400 and 2⁵³+1 are refused with 422 at the amount.',
      'An amount to pay is above zero, in the contract’s currency, and within `limits` per contract; the whole open amount may be paid below `min`.',
      'Above open minus in flight only where `overpay` is on; below what is due, minus in flight, only where `partial` is on.',
      'A date is an open day from `earliestDate` to `latestDate`: never past, never one of `closedDates`. Otherwise 422 at `/date`.',
      '`today` and the cut-off are in `calendar.timeZone`; `earliestDate` already reckons the cut-off. `closedDates` lists every closed day ' +
        'from today to `latestDate`, Saturdays and Sundays too.',
    ],
  },
  {
    title: 'Features',
    lines: [
      'What is off is refused: `payments` off → 403 `payments-off` for previews, payments and bank accounts, while contracts, by-key, void, ' +
        'history and receipts go on. `payAll` off → one item. `schedule` off → the earliest date only.',
      '`history`, `cancel` off, or `bankAccounts: "none"` → 403 `forbidden`. `enrollment` is the same in `/session` and `/lender`.',
      '`estimate` on → every preview has an estimate for each contract.',
      'A contract that is not `payable` is refused with 422, code `not-payable`.',
    ],
  },
];

const payments: Section[] = [
  {
    title: 'Keys',
    lines: [
      'A key is a UUID; upper and lower case are the same key. It is claimed under (lender, payer, key) in the payment’s own database transaction.',
      'The header `Idempotency-Key` holds the body’s `idempotencyKey`, with or without quotes. Missing, no UUID or unequal: 400 `invalid`.',
      'The same key with the same body is a replay: 200, `Idempotent-Replayed: true`, and the payments as they are now. "The same body" means ' +
        'the same values: white space and the order of names do not matter, `acceptedAt` does.',
      'The same key with another body is 422 `key-reused`. While its payment is being made: wait and replay, or 409 `in-progress` with `Retry-After`.',
      'A key ends accepted or voided, for ever. A refused or failed request stores nothing under it, so it can be used again.',
      '`GET …/by-key/{key}`: 200 the payments as they are now, 404 `not-found` not seen so far, 410 `voided`, 409 `in-progress` while running; ' +
        'a key that is no UUID is 400 `invalid`.',
      '`PUT …/void`: 204 when it brought nothing about, again and again; a payment that arrives later is 410 `voided`. 200 with the payments when ' +
        'it had won. It inserts the same unique row as a payment does, so that one of the two wins; it waits for a running one, else 409.',
      'Replays, by-key and void are not rate-limited, and work with payments off. Another payer’s key is another key.',
    ],
  },
  {
    title: 'Order of checks',
    lines: [
      'A payment is checked in this order: token (401) · size and media type (413, 415) · key syntax (400) · payer named ' +
        '(403 `payer-mismatch`) · key lookup (replay, 422 `key-reused`, 410 `voided`) · features (403) · form (422) · ids (422 `unknown-id`) · ' +
        'version (409 `contract-changed`) · authorization (409 `preview-changed`) · money, date, account (422).',
      'The form is what the body alone tells: types, a contract twice, mixed currencies, more than `maxItems`.',
      'The preview makes every one of these checks but the key’s and the authorization’s, with the same problems, and writes nothing.',
    ],
  },
  {
    title: 'All or nothing',
    lines: [
      'Each item becomes one payment, in the order sent, or none of them does. Contracts are locked in id order everywhere.',
      'A contract twice, mixed currencies or more than `maxItems` is 422.',
    ],
  },
  {
    title: 'Versions',
    lines: [
      'A contract’s `version` is opaque. It is compared and replaced in the payment’s transaction by one conditional update, and replaced by whatever ' +
        'changes what is owed or in flight: payment, cancel, posting, return. It never returns to an earlier value, and stays when nothing changes.',
      'A stale one is 409 `contract-changed`, naming every stale item as `/items/<n>/contractVersion`. Of two payments with one version one wins.',
    ],
  },
  {
    title: 'Authorization',
    lines: [
      'The preview’s `authorization.id` authenticates payer, items, versions, date, account, locale and text (an HMAC over them serves); ' +
        'it ends at latest at the cut-off of `earliestDate`. A payment that does not match it, or comes later: 409 `preview-changed`.',
      '`sha256` is the lower-case hex digest of the text in UTF-8. Text, hash, locale and the server’s time are stored with the payment; ' +
        'the receipt shows text and locale. `acceptedAt` is evidence, never a condition: a payer’s clock may be wrong.',
      'A preview must warn `in-flight`, `look-alike` (the same amount again) and `autopay` where they hold. Warnings never block.',
      'An estimate adds up: what is applied and what stays `unapplied` is the amount. Payments in flight count first.',
    ],
  },
  {
    title: 'In flight',
    lines: [
      '`inFlight` lists what is under way on a contract, from every payer and channel: `pending`, `scheduled` and `pending_cancel`. ' +
        '`paymentId` stands on the payer’s own only.',
      'A payment leaves it only in the answer in which `open` has fallen by it, or in which it is canceled, returned or failed.',
    ],
  },
  {
    title: 'Afterwards',
    lines: [
      'The history is newest first. `cancelable` says whether `cancel` would be accepted now.',
      'A cancel is repeatable: the payment as it is, `pending_cancel` or `canceled`. From the cut-off of its date, once a batch holds it, or once ' +
        'it is paid, returned or failed: 409 `too-late-to-cancel`.',
    ],
  },
];

const rest: Section[] = [
  {
    title: 'Bank accounts',
    lines: [
      'A number arrives in `POST /bank-accounts` alone, and never comes back. With `token` the two numbers are absent.',
      '201 for a new account, also an unverified one. The same key and body again, or the same numbers under a new key: 200, the same account. ' +
        'The same key with another body: 422 `key-reused`. A key that is missing or no UUID is 422 at `/idempotencyKey`.',
      'A routing number has nine digits whose check digit holds; an account number four to seventeen. Otherwise 422 at its pointer.',
      'With `bankAccounts: "any"` a new account is usable at once. One that is not `usable` is 422 `account-not-usable` in a preview.',
      'An account with a payment in flight cannot be removed: 409 `account-in-use`. A second removal is 404.',
    ],
  },
  {
    title: 'Signing in by code',
    lines: [
      'Where `/lender` says `enrollment`. Asking for a code answers 202 with an id, alike in form and time whether or not anything matched.',
      'A code has six digits, lives five minutes, allows five tries, works once, and dies with the next one. Wrong, used, dead and unmatched codes ' +
        'are answered alike: 422 `invalid`. Requests for codes are rate-limited, independent of a match.',
      'A session’s token that has ended is 401.',
    ],
  },
  {
    title: 'CORS',
    lines: [
      'For configured origins only, never `*`, never reflected: `Access-Control-Allow-Origin` is the origin, on every answer, errors included, ' +
        'with `Vary: Origin` always.',
      'Preflights need no token, and allow GET, POST, PUT and DELETE with `authorization, content-type, idempotency-key, aspire-pay-payer`.',
      'Exposed: `retry-after, date, idempotent-replayed, aspire-pay-payer`. A cookie counts only with `SameSite` and a check of `Origin`.',
    ],
  },
];

const sections: readonly Section[] = [...answers, ...contracts, ...payments, ...rest];

/** What the sections are called: the kit's findings point at them. */
export const sectionTitles: readonly string[] = sections.map(({ title }) => title);

/** In Markdown, as the document shows it. */
export const describeRules = (): string =>
  sections.map(({ title, lines }) => `## ${title}\n\n${lines.map((line) => `- ${line}`).join('\n')}`).join('\n\n');
