/**
 * What each schema and property of the document means, in words.
 * Kept apart from the schemas, so that the element's bundle carries no prose. Knows nothing of paths.
 */

export interface Text {
  readonly text: string;
  readonly properties?: Readonly<Record<string, string>>;
}

const page = (what: string): Text => ({
  text: `One page of ${what}.`,
  properties: { nextCursor: 'Opaque; pass it back as `cursor`. Null on the last page.', asOf: 'When the data was true.' },
});

const preview = {
  items: 'One item per contract, at most `maxItems`, each contract once, all in one currency. All or none are paid.',
  date: 'When the payment is to be made: inside the calendar, never past, never closed.',
  accountId: 'A bank account of the payer, by id.',
  locale: 'The language the authorization is shown in.',
} as const;

const payment = {
  amount: 'What was authorized for this contract.',
  date: 'The payment date.',
  expectedDebitDate: 'When the bank is expected to debit the account.',
  status:
    '`pending`, `scheduled`, `pending_cancel`, `canceled`, `paid`, `returned` or `failed`. An open vocabulary: an unknown one is shown by a neutral label.',
  statusReason: 'Why it was returned or failed, in the payer’s words.',
  account: 'The bank account as a label with its last four digits.',
  reference: 'What the payer quotes, and what the back office finds the record by.',
  cancelable: 'Whether `cancel` would be accepted now.',
} as const;

const holder = {
  idempotencyKey: 'A UUID, one per intent to add an account.',
  holderType: 'Decides the SEC code of a bank debit: `consumer` is WEB, `business` is CCD.',
  holderName: 'The name on the account.',
} as const;

export const texts = {
  Id: { text: 'Opaque id, compared byte for byte.' },
  Currency: { text: 'ISO 4217 code.' },
  Money: {
    text: 'An amount in integer minor units. The exponent comes from the currency, never "÷ 100".',
    properties: { value: 'Minor units: 107500 in USD is $1,075.00. Negative for a credit.' },
  },
  PlainDate: { text: 'A day of the calendar without a time zone.' },
  Timestamp: { text: 'ISO 8601 in UTC.' },
  Key: { text: 'Idempotency key: a UUID. Upper and lower case are the same key. Kept for ever.' },
  Sha256: { text: 'Lower-case hex of the SHA-256 digest of a text in UTF-8.' },
  LocaleTag: { text: 'BCP 47 language tag.' },
  Word: { text: 'A word of an open vocabulary: an unknown one is kept and shown by a neutral label.' },
  Theme: { text: 'Token names to plain values, each checked against its token’s type where it is applied.' },
  Lender: { text: 'The finance company, as the payer knows it.', properties: { logoUrl: 'https only.', helpUrl: 'https only.' } },
  PublicLender: {
    text: 'What is told without a token.',
    properties: { enrollment: 'Whether registering and signing in by e-mail are offered.' },
  },
  Features: {
    text: 'What the lender allows. Features are rules: the endpoint refuses what is off.',
    properties: {
      payments: 'Off: contracts and invoices only.',
      payAll: 'Off: one item per payment.',
      partial: 'Off: nothing below what is due.',
      overpay: 'Off: nothing above open minus in flight.',
      schedule: 'Off: the earliest date only.',
      estimate: 'Whether previews estimate how a payment would be applied.',
    },
  },
  Calendar: {
    text: 'When a payment can be dated.',
    properties: {
      timeZone: 'IANA name; *today* and the cut-off are in it.',
      cutOff: '`HH:MM`: what is authorized later is dated the next open day.',
      earliestDate: 'Already reckons the cut-off.',
      closedDates: 'Weekends are listed too.',
    },
  },
  Limits: { text: 'Per item. The whole open amount may be paid even below `min`.', properties: { maxItems: 'Contracts per payment.' } },
  Session: {
    text: 'Who is signed in, to which lender, and what the lender allows today.',
    properties: {
      payer: 'The customer account.',
      bankAccounts: '`any`: add and use at once; `existing`: only those on file; `none`: no list and no adding.',
      expiresAt: 'When the token ends.',
    },
  },
  Charge: { text: 'A part of an invoice, such as rent or sales tax.', properties: { open: 'Negative for a credit.' } },
  Invoice: {
    text: 'An open invoice. It is shown, never chosen: payments are made to a contract.',
    properties: { open: 'The sum of its charges’ `open`.', documentUrl: 'A short-lived https link that needs no token.' },
  },
  Totals: {
    text: 'Sums of the invoices’ `open`: `pastDue` ⊂ `due` ⊂ `open`.',
    properties: { pastDue: 'Due before today.', due: 'All that is due by today.', open: 'All that is open.' },
  },
  InFlight: {
    text: 'A payment under way on the contract, from any channel and any payer of it.',
    properties: { paymentId: 'On the payer’s own only.' },
  },
  Contract: {
    text: 'A lease or loan with its open invoices.',
    properties: {
      version: 'Opaque. Replaced by whatever changes what is owed or in flight; it never returns to an earlier value.',
      inFlight: 'What leaves the open amount soon.',
      payable: 'Whether a payment on it would be accepted.',
      notPayableReason: 'Why it isn’t, in the payer’s words.',
      problem: 'Set when its data is incomplete: it is listed by name and can’t be paid.',
      invoices: 'The first ten open invoices, oldest due date first.',
    },
  },
  ContractPage: {
    ...page('contracts'),
    properties: { ...page('').properties, total: 'Contracts in the whole result.', totals: 'Per currency, over the whole result.' },
  },
  InvoicePage: page('open invoices, oldest due date first'),
  PaymentItem: { text: 'One contract to pay.', properties: { contractVersion: 'The version the payer saw.' } },
  PreviewRequest: { text: 'What the payer is about to authorize.', properties: preview },
  Estimate: {
    text: 'How the lender would apply one contract’s payment; payments in flight count first. Never more than an estimate.',
    properties: {
      method: '`balance_forward`, `balance_forward_pro_rated`, `priority_post`, `priority_post_oldest_due_by` or another word.',
      unapplied: 'What no open invoice takes.',
    },
  },
  Warning: {
    text: 'Never blocks.',
    properties: {
      code: '`in-flight`, `look-alike` and `autopay` must be given where they hold.',
      text: 'For the payer, in the locale asked for.',
    },
  },
  Preview: {
    text: 'What would happen. Nothing is written.',
    properties: {
      authorization:
        'The text the payer agrees to. `id` authenticates items, date, account, locale and text; it ends at latest at the cut-off.',
      estimate: 'Per contract, where the lender estimates.',
    },
  },
  PaymentRequest: {
    text: 'The previewed body, the key, and what was authorized. "The same body" means the same values: white space and order don’t matter.',
    properties: {
      ...preview,
      idempotencyKey: 'The same UUID as in the `Idempotency-Key` header.',
      authorization: 'The preview’s `id` and `sha256`; `acceptedAt` is evidence, never a condition.',
    },
  },
  Payment: { text: 'One payment on one contract: one Alternate EFT record.', properties: payment },
  PaymentDetail: {
    text: 'A payment with what was authorized, for the receipt.',
    properties: { ...payment, authorization: 'The text as it was accepted, its language and the time.' },
  },
  PaymentPage: page('payments, newest first'),
  PaymentResult: { text: 'What a key brought about: one payment per contract, as they are now.' },
  AccountType: { text: 'Kind of bank account.' },
  HolderType: { text: 'Whose account it is.' },
  BankAccount: {
    text: 'A bank account by its last four digits; the number never comes back.',
    properties: {
      label: 'What the payer knows it by.',
      holderName: 'The name on the account, where the lender shows it. No bank digits in it.',
      status: '`usable`, `unverified` or `rejected`.',
      help: 'What to do while it isn’t usable, in the lender’s words.',
    },
  },
  BankAccountPage: page('bank accounts'),
  BankAccountByNumber: {
    text: 'An account as typed: the only call that carries a number.',
    properties: { ...holder, routingNumber: 'Nine digits whose check digit holds.', accountNumber: 'Four to seventeen digits.' },
  },
  BankAccountByToken: {
    text: 'An account from a hosted field, a tokeniser or an instant verification.',
    properties: { ...holder, token: 'Opaque; the two numbers are absent.' },
  },
  BankAccountRequest: { text: 'A bank account to add, by number or by token.' },
  EnrollmentRequest: {
    text: 'What somebody knows who is on file.',
    properties: {
      email: 'As on file with the lender.',
      postalCode: 'Of the contract’s billing address.',
      contractNumber: 'Of one booked contract.',
    },
  },
  SignInRequest: { text: 'Asks for a code by e-mail.' },
  CodeSent: { text: 'The same answer whether or not anything matched.' },
  CodeRequest: { text: 'Six digits: five minutes, five tries, once.' },
  SignedIn: { text: 'A bearer token, kept in memory.' },
  FieldError: {
    text: 'One thing wrong with one value.',
    properties: { pointer: 'RFC 6901 into the body, or `?name` for a query parameter.', detail: 'What is wrong and what to do.' },
  },
  Problem: {
    text: 'RFC 9457. The element branches on `type` and falls back to the class of the status.',
    properties: {
      type: '`urn:aspire-pay:problem:<name>`, or `about:blank` for a plain HTTP failure.',
      title: 'Shown as plain text only.',
      detail: 'Shown as plain text only. No bank digits beyond the last four.',
      errors: 'What is wrong, value by value.',
    },
  },
} as const satisfies Record<string, Text>;

export type ComponentName = keyof typeof texts;
