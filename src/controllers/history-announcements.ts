/**
 * What is said of the payments made so far: each change once. Compares what was with what is; decides nothing.
 */
import type { CancelState, HistoryState } from '../domain/history.js';
import type { Words } from '../locales/en.js';
import { polite, urgent, type Announcement, type Voice } from './announcement.js';

const ofCancel = (cancel: CancelState, status: string | undefined, say: Words['announcements']): Announcement | undefined => {
  switch (cancel.step) {
    case 'asked':
      // The focus is on the question.
      return undefined;
    case 'sending':
      return polite(say.canceling);
    case 'done':
      return polite(status === 'canceled' ? say.canceled : say.cancelRequested);
    case 'too-late':
      return polite(say.tooLate);
    case 'unknown':
      return polite(say.cancelUnknown);
    case 'refused':
      return polite(say.notCanceled);
  }
};

/** Payments on both pages whose status is another one now. */
const moved = (before: HistoryState, now: HistoryState): HistoryState['payments'] =>
  now.payments.filter(({ id, status }) => before.payments.some((past) => past.id === id && past.status !== status));

const ofStatuses = (before: HistoryState, now: HistoryState, { words, format }: Voice): Announcement | undefined => {
  const say = words.announcements;
  const [first, ...others] = moved(before, now);
  if (!first) return undefined;
  const count = others.length + 1;
  if (count > 1) return polite(say.paymentsMoved(count, format.count(count)));
  const word = Object.hasOwn(words.payments, first.status) ? words.payments[first.status] : undefined;
  return polite(say.paymentIs(first.reference, word ?? words.paymentUnknown));
};

const ofPage = (before: HistoryState | undefined, now: HistoryState, voice: Voice): Announcement | undefined => {
  const say = voice.words.announcements;
  if (before?.status !== now.status) {
    if (now.status === 'failed') return urgent(say.paymentsFailed);
    if (now.status === 'ready') return polite(say.payments);
  }
  if (!before) return undefined;
  if (!before.isStale && now.isStale) return polite(say.paymentsStale);
  return before.offset === now.offset ? ofStatuses(before, now, voice) : polite(say.payments);
};

/** Its heading takes the focus and is heard by that, unless the payer is at something else by then. */
const ofReceipt = (before: HistoryState | undefined, now: HistoryState, { words }: Voice, isAway: boolean): Announcement | undefined => {
  const [was, is] = [before?.receipt?.status, now.receipt?.status];
  if (is === was) return undefined;
  if (is === 'failed') return urgent(words.announcements.receiptFailed);
  return isAway && is === 'ready' ? polite(words.receipt.title) : undefined;
};

/** `before` is undefined where something else was on screen; no heading is heard where the payer is away. */
export const ofHistory = (before: HistoryState | undefined, now: HistoryState, voice: Voice, isAway: boolean): Announcement | undefined => {
  const ofIt = ofReceipt(before, now, voice, isAway);
  if (ofIt) return ofIt;
  const { cancel } = now;
  if (!cancel || cancel.step === before?.cancel?.step) return ofPage(before, now, voice);
  return ofCancel(cancel, now.payments.find(({ id }) => id === cancel.paymentId)?.status, voice.words.announcements);
};
