/**
 * Whether a payment can still be canceled: one rule for what is shown and what is refused.
 */
import type { LenderSettings } from './store/lender.js';
import type { AlternateEftRow, PaymentRow } from './store/schema.js';
import { instantOf } from './zone.js';

export type CancelSettings = Pick<LenderSettings, 'features' | 'cutOff' | 'timeZone'>;

/** From the cut-off of the payment's date, or once a batch holds the record. */
export const isTooLateToCancel = (
  { date, batch_id: batchId }: Pick<PaymentRow, 'date'> & Pick<AlternateEftRow, 'batch_id'>,
  { cutOff, timeZone }: Pick<CancelSettings, 'cutOff' | 'timeZone'>,
  now: Date,
): boolean => batchId !== null || now >= instantOf(date, cutOff, timeZone);

export const isCancelable = (
  payment: Pick<PaymentRow, 'status' | 'date'> & Pick<AlternateEftRow, 'batch_id'>,
  settings: CancelSettings,
  now: Date,
): boolean => settings.features.cancel && ['pending', 'scheduled'].includes(payment.status) && !isTooLateToCancel(payment, settings, now);
