/**
 * Every word the payer reads, in English; the type the other languages are checked against.
 * Sentences with a name in them are lists of pieces, so that a view can isolate the name. Knows no markup.
 */
import type { ErrorCode } from '../domain/errors.js';
import type { AmountChoice, FieldErrorCode, FieldName, ReviewNotice } from '../domain/payment.js';
import type { ContractSort } from '../domain/portfolio.js';
import type { View } from '../domain/user-events.js';

/** A sentence around something a view draws its own way. */
export type Pieces<Piece> = readonly (string | Piece)[];

/** What the sentence of a field fault may name, already formatted; empty where the fault has none. */
export interface FaultValues {
  readonly limit: string;
  readonly nextDate: string;
  readonly digits: number;
  readonly detail: string;
}
type FaultWords = (values: FaultValues) => string;

const plural = new Intl.PluralRules('en');
const counted = (count: number, shown: string, one: string, other: string): string =>
  `${shown} ${plural.select(count) === 'one' ? one : other}`;
const nextOpen = ({ nextDate }: FaultValues): string => (nextDate ? `The next open day is ${nextDate}.` : 'No day is open at present.');

export const en = {
  views: { contracts: 'Contracts', payments: 'Payments', 'bank-accounts': 'Bank accounts' } satisfies Record<View, string>,
  refresh: 'Refresh',
  tryAgain: 'Try again',
  back: 'Back',
  done: 'Done',
  loading: 'Loading contracts…',
  notLoaded: 'Not loaded',
  asOf: (moment: string) => `As of ${moment}`,
  contract: 'Contract',
  payment: 'Payment',
  amount: 'Amount',
  paymentDate: 'Payment date',
  expectedDebit: 'Expected debit',
  bankAccount: 'Bank account',
  request: 'Request',
  next: 'What happens next',
  contact: <Piece>(lender: Piece): Pieces<Piece> => ['Contact ', lender, ':'],
  helpPage: 'help page',
  theLender: 'The lender',

  sums: {
    pastDue: 'Past due',
    due: 'Due now',
    inclPastDue: 'incl. past due',
    open: 'Total open',
    nextDue: 'Next due',
    inFlight: 'In flight',
  },

  contracts: {
    openOn: (count: number, shown: string) => `Total open on ${counted(count, shown, 'contract', 'contracts')}`,
    closed: (count: number, shown: string) => counted(count, shown, 'closed contract', 'closed contracts'),
    rule: <Piece>(lender: Piece): Pieces<Piece> => [
      'Payments apply to the contract. ',
      lender,
      ' applies them to open invoices by its own rules.',
    ],
    paymentsOff: <Piece>(lender: Piece): Pieces<Piece> => [lender, ' does not take payments on this page.'],
    none: 'No open contracts',
    noneHint: 'This sign-in has no contracts with open charges. A new contract appears here with its first invoice.',
    noneClosed: 'No closed contracts',
    noneFound: 'No contract found',
    noneFoundHint: 'No contract or invoice number holds what you searched for. Check the number, or empty the search.',
    failed: 'Your contracts could not be loaded',
    failedHint: 'Your contracts and payments are not affected.',
    offline: (moment: string) => `You are offline. These figures are from ${moment}.`,
    offlineHint: 'Paying needs a connection. This page updates by itself when you are back online.',
    stale: (moment: string) => `These figures could not be refreshed. They are from ${moment}.`,
    search: 'Contract or invoice number',
    sort: 'Sort by',
    sorts: { dueDate: 'Next due date', number: 'Contract number', open: 'Largest open amount' } satisfies Record<ContractSort, string>,
    showClosed: 'Show closed contracts',
    range: (from: string, to: string, total: string) => `Contracts ${from} to ${to} of ${total}`,
    previous: 'Previous contracts',
    following: 'Next contracts',
  },

  line: {
    nameless: 'A contract without a readable number',
    broken: 'This contract could not be loaded.',
    brokenHint: 'It can’t be paid here now. The others are up to date.',
    pay: 'Pay this contract',
    notPayable: 'This contract can’t be paid here.',
    unknownCurrency: 'Its currency is not known to this page.',
    inFlight: <Piece>(sum: Piece, status: string, date: string): Pieces<Piece> => [
      sum,
      `, ${status}, dated ${date}. Open amounts do not include it yet.`,
    ],
    inFlightSum: (amount: string) => `${amount} in flight`,
    moreInFlight: (count: number, shown: string) => `And ${counted(count, shown, 'more payment', 'more payments')} in flight.`,
    autopay: 'Autopay is on.',
    autopayNext: (date: string) => `The next debit is on ${date}.`,
    doNotPay: 'Do not pay again.',
    checking: (amount: string) => `We are checking a payment of ${amount}.`,
    seeChecking: 'See what is known',
    noInvoices: 'No open invoices.',
    nextInvoice: (date: string) => `No open invoices. The next one is due ${date}.`,
  },

  invoices: {
    caption: (count: number, shown: string) => counted(count, shown, 'open invoice', 'open invoices'),
    captionMany: 'Open invoices',
    on: <Piece>(contract: Piece): Pieces<Piece> => [' on contract ', contract],
    invoice: 'Invoice',
    due: 'Due',
    purpose: 'For',
    status: 'Status',
    open: 'Open amount',
    document: ', invoice document',
    moreCharges: (count: number, shown: string) => `and ${counted(count, shown, 'more charge', 'more charges')}`,
    range: (from: string, to: string) => `Invoices ${from} to ${to}`,
    previous: 'Previous invoices',
    following: 'Next invoices',
    loading: 'Loading invoices…',
    failed: 'The next invoices could not be loaded.',
    pastDue: (days: number, shown: string) => `Past due ${counted(days, shown, 'day', 'days')}`,
    dueToday: 'Due today',
    dueIn: (days: number, shown: string) => `Due in ${counted(days, shown, 'day', 'days')}`,
    credit: 'Credit',
    unknown: 'Open',
  },

  charges: {
    rent: 'Lease payment',
    sales_tax: 'Sales tax',
    late_fee: 'Late fee',
    property_tax: 'Property tax',
    insurance: 'Insurance',
    service: 'Service',
    principal: 'Principal',
    interest: 'Interest',
  } as Readonly<Record<string, string>>,
  charge: 'Charge',

  payments: {
    pending: 'Pending',
    scheduled: 'Scheduled',
    pending_cancel: 'Cancel requested',
    canceled: 'Canceled',
    paid: 'Sent to bank',
    returned: 'Returned',
    failed: 'Failed',
  } as Readonly<Record<string, string>>,
  paymentUnknown: 'Being processed',

  /** What a status doesn't say by its word alone. */
  paymentNotes: {
    pending_cancel: 'It may be too late to stop it.',
    paid: 'Not settled: the bank can still return it.',
  } as Readonly<Record<string, string>>,

  history: {
    loading: 'Loading payments…',
    caption: 'Payments, newest first',
    date: 'Payment date',
    contract: 'Contract and bank account',
    contractShort: 'Contract',
    debit: 'Expected debit',
    status: 'Status',
    amount: 'Amount',
    action: 'Action',
    of: <Piece>(reference: Piece, contract: Piece): Pieces<Piece> => [' ', reference, ' on contract ', contract],
    show: 'Show receipt',
    cancel: 'Cancel payment',
    ask: <Piece>(amount: string, contract: Piece): Pieces<Piece> => [`Cancel the payment of ${amount} on contract `, contract, '?'],
    askHint: 'The account is not debited then, and what the payment was for stays open.',
    confirm: (amount: string) => `Cancel payment of ${amount}`,
    keep: 'Keep payment',
    close: 'Close',
    canceling: 'Canceling…',
    canceled: <Piece>(reference: Piece): Pieces<Piece> => ['Payment ', reference, ' is canceled.'],
    canceledHint: 'The account is not debited.',
    requested: <Piece>(reference: Piece): Pieces<Piece> => ['Cancellation of payment ', reference, ' is requested.'],
    requestedHint: <Piece>(lender: Piece): Pieces<Piece> => ['Until ', lender, ' has confirmed it, the account may still be debited.'],
    tooLate: <Piece>(reference: Piece): Pieces<Piece> => ['It is too late to cancel payment ', reference, '.'],
    tooLateHint: 'It is on its way to the bank. Nothing was changed.',
    unknown: <Piece>(reference: Piece): Pieces<Piece> => ['It is not known whether the request to cancel payment ', reference, ' arrived.'],
    unknownHint: 'The status above is the latest there is. It is safe to ask again.',
    refused: <Piece>(reference: Piece): Pieces<Piece> => ['Payment ', reference, ' was not canceled.'],
    none: 'No payments yet',
    noneHint: 'Each payment you make here is listed with its status, and its receipt stays here.',
    failed: 'Your payments could not be loaded',
    failedHint: 'Payments already made are not affected.',
    offline: (moment: string) => `You are offline. This list is from ${moment}.`,
    offlineHint: 'It updates by itself when you are back online.',
    stale: (moment: string) => `This list could not be refreshed. It is from ${moment}.`,
    range: (from: string, to: string) => `Payments ${from} to ${to}`,
    previous: 'Previous payments',
    following: 'Next payments',
  },

  receipt: {
    title: 'Receipt',
    loading: 'Loading the receipt…',
    failed: 'The receipt could not be loaded',
    failedHint: 'The payment is not affected.',
    stale: 'The status could not be refreshed. It may have changed since.',
    sum: 'Amount authorized',
    made: 'Made',
    changed: 'Status since',
    accepted: (moment: string, language: string) => `Accepted ${moment}, in ${language}.`,
    save: 'Save receipt',
    newest: 'The status is that of the day this receipt was saved. It may have changed since.',
    file: 'receipt',
  },

  warned: {
    title: 'A payment is already in flight',
    text: <Piece>(contract: Piece): Pieces<Piece> => [
      'Contract ',
      contract,
      ' has a payment under way. What is still open does not include it yet.',
    ],
    both: 'If you pay in addition, both are debited.',
    here: 'made here',
    elsewhere: 'made another way',
    remaining: 'Left to pay',
    confirm: 'Pay in addition',
  },

  form: {
    step: 'Step 1 of 2',
    title: <Piece>(contract: Piece): Pieces<Piece> => ['Pay contract ', contract],
    choices: { pastDue: 'Past due', due: 'Due now', open: 'Total open', other: 'Other amount' } satisfies Record<AmountChoice, string>,
    hints: {
      pastDue: 'What was due before today',
      due: 'Past due and what is due today',
      open: 'With what is not due yet',
    },
    afterInFlight: (amount: string) => `These amounts are what remains beside ${amount} in flight.`,
    bounds: (min: string, max: string) => `From ${min} to ${max}`,
    boundMin: (min: string) => `${min} or more`,
    earliest: (date: string) => `${date}, earliest`,
    cutOffToday: (time: string) => `To pay today, authorize before ${time}.`,
    cutOffPassed: 'Today can no longer be chosen.',
    closedDays: 'Days on which the bank is closed are not offered.',
    accountsLoading: 'Loading bank accounts…',
    accountsFailed: 'Your bank accounts could not be loaded.',
    another: 'Use another account',
    ending: (last4: string) => `ending in ${last4}`,
    unusable: {
      unverified: 'not verified yet, so it can’t be used',
      rejected: 'was rejected and can’t be used',
    } as Readonly<Record<string, string>>,
    unusableOther: 'can’t be used for this payment',
    holderName: 'Name on account',
    routing: 'Routing number',
    routingHint: 'Nine digits, at the bottom left of a check',
    account: 'Account number',
    accountHint: '4 to 17 digits',
    accountKind: (holder: string, type: string) => `${holder} ${type.toLowerCase()}`.trim(),
    accountType: 'Account type',
    accountTypes: { checking: 'Checking', savings: 'Savings' } as Readonly<Record<string, string>>,
    holderType: 'Account holder',
    holderTypes: { business: 'Business', consumer: 'Personal' } as Readonly<Record<string, string>>,
    kept: <Piece>(lender: Piece): Pieces<Piece> => [lender, ' keeps this account for your next payments.'],
    existing: <Piece>(lender: Piece): Pieces<Piece> => [lender, ' takes accounts that it already has on file, and checks this one.'],
    review: 'Review payment',
    preparing: 'Preparing the review…',
    corrections: (count: number, shown: string) =>
      `${shown} ${plural.select(count) === 'one' ? 'entry needs a correction' : 'entries need a correction'}`,
    noReview: 'The review could not be prepared. Your entries are kept.',
  },

  fields: {
    amount: 'Amount',
    otherAmount: 'Amount',
    date: 'Payment date',
    account: 'Bank account',
    holderName: 'Name on account',
    routingNumber: 'Routing number',
    accountNumber: 'Account number',
    form: 'Payment',
  } satisfies Record<FieldName, string>,

  fieldFault: (field: string, fault: string) => `${field}: ${fault}`,
  fieldFaults: {
    'amount-missing': () => 'Enter an amount.',
    'amount-not-a-number': () => 'This is not an amount. Enter one such as 1,075.00.',
    'amount-too-precise': () => 'This has too many decimal places. Enter full cents.',
    'amount-not-positive': () => 'Enter an amount above zero.',
    'amount-below-min': ({ limit }) => `The smallest payment is ${limit}. Enter that or more.`,
    'amount-above-max': ({ limit }) => `The largest payment is ${limit}. Enter that or less.`,
    'amount-above-open': ({ limit }) => `No more than ${limit} is open. Enter that or less.`,
    'amount-below-due': ({ limit }) => `What is due must be paid in full. Enter ${limit} or more.`,
    'date-missing': () => 'Choose a payment date.',
    'date-past': (values) => `This day has passed. ${nextOpen(values)}`,
    'date-closed': (values) => `The bank is closed on this day. ${nextOpen(values)}`,
    'date-too-early': (values) => `It is too late for this day. ${nextOpen(values)}`,
    'date-too-late': ({ nextDate }) =>
      nextDate ? `This day is too far ahead. The last one is ${nextDate}.` : 'This day is too far ahead.',
    'account-missing': () => 'Choose a bank account.',
    'account-not-usable': ({ detail }) => detail || 'This account can’t be used. Choose another one.',
    'holder-missing': () => 'Enter the name on the account.',
    'routing-missing': () => 'Enter the routing number.',
    'routing-length': ({ digits }) =>
      digits === 9 ? 'Enter digits only.' : `This has ${counted(digits, String(digits), 'digit', 'digits')}. A routing number has 9.`,
    'routing-check': () => 'This is not a routing number. Check each digit against your check or bank statement.',
    'account-number-missing': () => 'Enter the account number.',
    'account-number-length': ({ digits }) =>
      `This has ${counted(digits, String(digits), 'digit', 'digits')}. An account number has 4 to 17.`,
    'account-number-characters': () => 'Enter digits only.',
    refused: ({ detail }) => detail || 'The lender did not accept this. Change it and try again.',
  } as Readonly<Record<FieldErrorCode, FaultWords>>,

  review: {
    step: 'Step 2 of 2',
    title: 'Review payment',
    youPay: 'You pay',
    lessThanDue: (rest: string) => `This is less than what is due now. ${rest} stays due.`,
    moreThanOpen: (rest: string) => `This is more than what is open, by ${rest}.`,
    inAddition: (amount: string) => `This is in addition to ${amount} in flight.`,
    authorization: 'Authorization',
    tick: 'I authorize this payment',
    authorize: (amount: string) => `Authorize payment of ${amount}`,
    sending: 'Sending…',
    notices: {
      'paid-in-another-tab': 'A payment is being sent from another tab. Wait for its result; nothing was sent from here.',
      'held-by-page': 'This website stopped the payment before it was sent.',
      'not-yet': 'That was quicker than the review can be read. Nothing was sent. Press again to pay.',
      'not-ticked': 'Tick “I authorize this payment” first. Nothing was sent.',
      offline: 'You are offline. Nothing was sent. Press again when you are back online.',
    } satisfies Record<ReviewNotice, string>,
  },

  estimate: {
    title: 'Estimate',
    intro: <Piece>(lender: Piece): Pieces<Piece> => [
      'How ',
      lender,
      ' would apply this payment. You choose the contract and the amount, not the invoices. The actual posting may differ.',
    ],
    methods: {
      balance_forward: 'Oldest invoice first, and inside it by the lender’s order of charges.',
      balance_forward_pro_rated: 'Oldest invoice first, and a part payment is shared over its charges.',
      priority_post: 'By the lender’s order of charges, each from oldest to newest.',
      priority_post_oldest_due_by: 'By the lender’s order of charges, the oldest due of each in turn.',
    } as Readonly<Record<string, string>>,
    method: 'By the lender’s own rules.',
    caption: <Piece>(contract: Piece): Pieces<Piece> => ['Estimate for contract ', contract],
    openNow: 'Open now',
    paid: 'Estimated payment',
    left: 'Estimated left',
    about: (amount: string) => `≈ ${amount}`,
    unapplied: 'Stays unapplied',
    otherInvoice: 'A later invoice',
    more: (count: number, shown: string) => `And ${counted(count, shown, 'more invoice', 'more invoices')}.`,
  },

  accepted: {
    title: 'Payment accepted',
    text: <Piece>(lender: Piece): Pieces<Piece> => [lender, ' has your payment.'],
    titleOver: 'This payment is no longer under way',
    textOver: <Piece>(lender: Piece): Pieces<Piece> => [lender, ' had accepted it. Its status has changed since.'],
    total: 'You authorized',
    reference: 'Reference',
    status: 'Status',
    authorizedAt: 'Authorized',
    debited: 'Your bank debits the account.',
    posted: 'Until the payment is posted, open amounts do not include it. It is shown as in flight beside them.',
    later: 'After that',
    print: 'Print receipt',
  },

  refused: {
    title: 'Payment refused',
    nothing: 'Nothing was paid.',
    notArrived: 'The request did not arrive, and it was withdrawn so that it can’t arrive later. You can pay now.',
    todo: 'What you can do',
    again: 'Change what is named here and try again. Your other entries are kept.',
    againLater: 'Go back to your contracts, check what is open, and pay from there.',
    notMade: 'Payment not made',
    askedAt: 'Asked on',
    change: 'Change payment',
  },

  changed: {
    title: 'The balance changed',
    titleTerms: 'The terms of this payment changed',
    nothing: 'Nothing was paid.',
    balance: 'Something was posted or paid on this contract while you were reviewing. Look at the new balance and review again.',
    terms:
      'The date, the bank account or the authorization text no longer holds. Your authorization was not used. Review the payment again.',
    waiting: 'The new balance is not here yet.',
    caption: <Piece>(contract: Piece): Pieces<Piece> => ['Balance of contract ', contract, ', before and now'],
    sums: 'Balance',
    before: 'Before',
    now: 'Now',
    reviewOf: (amount: string) => `Review payment of ${amount}`,
    nothingLeft: 'Nothing is left to pay here.',
    change: 'Change payment',
  },

  checking: {
    title: 'We are checking this payment',
    text: (moment: string) =>
      `Your request of ${moment} was sent, but the answer has not reached us. You can close this page: we ask again when you are back.`,
    once: 'Your request counts at most once. You will not be debited twice for it.',
    beingChecked: 'Being checked',
    now: 'Now',
    asking: 'We ask again by ourselves.',
    askedAt: (moment: string) => `We ask again by ourselves. Last asked at ${moment}.`,
    soon: 'As soon as we know',
    soonText: 'This page shows that the payment was accepted, or that nothing was paid.',
    until: 'Until then',
    untilText: 'This contract can’t be paid again here.',
    stays: 'If it stays like this',
    staysText: (request: string) => `Quote request ${request}.`,
    back: 'Back to contracts',
  },

  signedOut: {
    title: 'Sign in to see your contracts',
    text: 'Open invoices and payments show after you sign in.',
  },

  /** For the payer; the integrator's sentence is in domain/errors under the same code. */
  faults: {
    'endpoint-missing': 'This part of the page is not set up yet.',
    'endpoint-insecure': 'This part of the page is not set up safely, so it stays closed.',
    network: 'No connection to the lender. Check your internet connection and try again.',
    timeout: 'The lender did not answer in time. Try again.',
    'bad-answer': 'The lender’s answer could not be read. Try again in a few minutes.',
    unavailable: 'The lender’s system is not available. Try again in a few minutes.',
    'rate-limited': 'Too many requests. Wait a minute and try again.',
    unauthenticated: 'Your sign-in has ended. Sign in again.',
    forbidden: 'This sign-in may not do this.',
    'payments-off': 'The lender does not take payments here at present.',
    'payer-changed': 'Somebody else is signed in by now. Look at the contracts again.',
    'not-found': 'This is not there any more. Look at the contracts again.',
    refused: 'The lender did not accept this.',
    'key-reused': 'This request can’t be sent again. Start the payment anew.',
    'too-large': 'The lender could not take this request.',
    'unsupported-media-type': 'The lender could not take this request.',
    'storage-blocked': 'This browser keeps no data for this page. Leave it open until you see the result.',
  } satisfies Record<ErrorCode, string>,

  /** One sentence a change, for the live regions. */
  announcements: {
    loaded: (count: number, shown: string) => `${counted(count, shown, 'contract', 'contracts')} loaded.`,
    refreshed: 'Contracts refreshed.',
    failed: 'Your contracts could not be loaded.',
    stale: 'The contracts could not be refreshed.',
    offline: 'You are offline. The last figures stay on screen.',
    online: 'You are back online.',
    invoices: 'Invoices loaded.',
    preparing: 'Preparing the review.',
    review: 'Review the payment.',
    noReview: 'The review could not be prepared.',
    sending: 'Sending the payment.',
    accepted: 'Payment accepted.',
    refused: 'Payment refused. Nothing was paid.',
    changed: 'Nothing was paid. Review the payment again.',
    checking: 'We are checking this payment. Do not pay again.',
    signedOut: 'You are signed out.',
    payments: 'Payments loaded.',
    paymentsFailed: 'Your payments could not be loaded.',
    paymentsStale: 'The payments could not be refreshed.',
    paymentIs: (reference: string, status: string) => `Payment ${reference}: ${status}.`,
    paymentsMoved: (count: number, shown: string) => `${counted(count, shown, 'payment has', 'payments have')} another status.`,
    canceling: 'Canceling the payment.',
    canceled: 'The payment is canceled.',
    cancelRequested: 'Cancellation is requested.',
    tooLate: 'It is too late to cancel this payment. Nothing was changed.',
    cancelUnknown: 'It is not known whether the request to cancel arrived.',
    notCanceled: 'The payment was not canceled.',
    receiptFailed: 'The receipt could not be loaded.',
  },
};

/** Shown by the script alone, where the page's policy keeps the element from starting and no other language can be chosen. */
export const blocked = 'Your contracts can’t be shown on this page. Please contact your lender to pay.';

/** What every language has to say. */
export type Words = typeof en;
export default en;
