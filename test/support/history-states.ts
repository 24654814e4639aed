/**
 * Every state the payments made so far can be drawn in, by name, with realistic data; part of the map in states.ts.
 * Knows nothing of the contracts but the session.
 */
import type { Payment, PaymentDetail, Session } from '../../src/api/index.js';
import { emptyHistory, type CancelState, type ShownHistory } from '../../src/domain/history.js';
import { payments, paymentsAsOf } from '../../src/views/payments.js';
import { shell } from '../../src/views/shell.js';
import { asOf, money, session, trailers, ultrasound } from './sample-contracts.js';
import { entry, payment, preview } from './sample-payments.js';
import type { Draw } from './draw.js';

const made = (id: string, more: Partial<Payment>): Payment => ({ ...payment, id, reference: `NL-${id}`, cancelable: false, ...more });

/** One of each status, the newest first. */
export const sent: readonly Payment[] = [
  payment,
  made('20418-02', {
    status: 'scheduled',
    cancelable: true,
    contractId: ultrasound.id,
    contractNumber: ultrasound.number,
    amount: money(813_917),
  }),
  made('20290-01', { status: 'pending_cancel', contractNumber: trailers.number, account: { label: 'Great River Credit Union ••0932' } }),
  made('20266-01', { status: 'paid', amount: money(12_345_678_901) }),
  made('20107-01', { status: 'returned', statusReason: { code: 'R01', text: 'There was not enough money in the bank account.' } }),
  made('19984-01', { status: 'canceled' }),
  made('19702-01', { status: 'failed', statusReason: { code: 'not-recorded', text: 'It reached the lender too late for its day.' } }),
  made('19650-01', { status: 'of-tomorrow', account: { label: 'x'.repeat(400) }, contractNumber: '<b>\u202e100-0033061-001</b>' }),
];

export const history = (more: Partial<ShownHistory> = {}): ShownHistory => ({
  ...emptyHistory,
  status: 'ready',
  payments: sent,
  asOf,
  isOffline: false,
  checking: [],
  ...more,
});

export const detail: PaymentDetail = {
  ...made('20107-01', {
    status: 'returned',
    statusReason: { code: 'R01', text: 'There was not enough money in the bank account.' },
    updatedAt: '2025-11-26T15:00:00Z',
  }),
  authorization: { text: preview.authorization.text, locale: 'en-US', acceptedAt: entry.pressedAt },
};

const offering = { ...session, features: { ...session.features, history: true, cancel: true } };

const showing =
  (state: ShownHistory, now: Session = offering): Draw =>
  (context) => {
    const seen = { ...context, session: now };
    const isReading = !state.receipt;
    return shell(
      {
        views: isReading ? ['contracts', 'payments'] : [],
        view: 'payments',
        isBusy: state.isRefreshing,
        asOfNote: isReading ? paymentsAsOf(state, seen) : '',
        canRefresh: isReading,
      },
      payments(state, seen),
      seen,
    );
  };

const canceling = (cancel: CancelState, more: Partial<ShownHistory> = {}): Draw => showing(history({ cancel, ...more }));
const { asOf: _asOf, ...unread } = history({ payments: [] });
const paymentId = payment.id;

export const historyStates: Readonly<Record<string, Draw>> = {
  'payments loading': showing({ ...unread, status: 'loading' }),
  payments: showing(history()),
  'payments empty': showing(history({ payments: [] })),
  'payments refreshing': showing(history({ isRefreshing: true })),
  'payments failed': showing({ ...unread, status: 'failed', fault: { code: 'unavailable' } }),
  'payments stale': showing(history({ isStale: true, fault: { code: 'timeout' } })),
  'payments offline': showing(history({ isOffline: true, isStale: true })),
  'payments, cancel not offered': showing(history(), { ...offering, features: { ...offering.features, cancel: false } }),
  'payments checking': showing(history({ checking: [entry] })),
  'payments many': showing(
    history({ payments: Array.from({ length: 250 }, (_, index) => made(`${index}`, {})), offset: 20, hasNext: true }),
  ),
  'payments, cancel asked': canceling({ step: 'asked', paymentId }),
  'payments, canceling': canceling({ step: 'sending', paymentId }),
  'payments, cancel requested': canceling(
    { step: 'done', paymentId },
    { payments: [{ ...payment, status: 'pending_cancel', cancelable: false }] },
  ),
  'payments, canceled': canceling({ step: 'done', paymentId }, { payments: [{ ...payment, status: 'canceled', cancelable: false }] }),
  'payments, too late to cancel': canceling(
    { step: 'too-late', paymentId },
    { payments: [made('pay-7', { id: paymentId, status: 'paid' })] },
  ),
  'payments, cancel not known': canceling({ step: 'unknown', paymentId }),
  'payments, cancel refused': canceling({ step: 'refused', paymentId, fault: { code: 'rate-limited' } }),
  'receipt loading': showing(history({ receipt: { status: 'loading', paymentId } })),
  'receipt failed': showing(history({ receipt: { status: 'failed', paymentId, fault: { code: 'network' } } })),
  'receipt gone': showing(history({ receipt: { status: 'failed', paymentId, fault: { code: 'not-found' } } })),
  receipt: showing(history({ receipt: { status: 'ready', paymentId, payment: detail } })),
  'receipt stale': showing(history({ isStale: true, receipt: { status: 'ready', paymentId, payment: detail } })),
};
