/**
 * The steps of paying, as one literal table. An event that a state does not list changes nothing:
 * late results fall on the floor instead of onto the wrong screen. Knows nothing of what the events carry.
 */
import type { PaymentState, PaymentStateName } from './payment.js';

const steps = {
  idle: { opened: 'editing', warned: 'warned', gathered: 'gathering', entryFound: 'checking' },
  warned: { confirmed: 'editing', closed: 'idle' },
  gathering: { opened: 'editing', gathered: 'gathering', closed: 'idle' },
  editing: { edited: 'editing', reviewRequested: 'previewing', closed: 'idle' },
  // What is edited meanwhile ends the waiting: no review of what no longer stands in the form.
  previewing: { edited: 'editing', previewed: 'reviewing', previewRefused: 'editing', balanceMoved: 'changed', closed: 'idle' },
  reviewing: { reviewEdited: 'reviewing', backed: 'editing', authorized: 'submitting', closed: 'idle' },
  submitting: {
    held: 'reviewing',
    accepted: 'accepted',
    refused: 'refused',
    corrected: 'editing',
    moved: 'changed',
    unsettled: 'checking',
    dropped: 'idle',
  },
  accepted: { closed: 'idle' },
  refused: { reopened: 'editing', closed: 'idle' },
  changed: { fetched: 'changed', reopened: 'editing', confirmed: 'editing', reviewRequested: 'previewing', closed: 'idle' },
  checking: { asked: 'checking', accepted: 'accepted', refused: 'refused', dropped: 'idle', closed: 'idle' },
} as const satisfies Record<PaymentStateName, Record<string, PaymentStateName>>;

type Steps = typeof steps;
type KeysOf<T> = T extends unknown ? keyof T : never;
type TargetOf<T, Event> = T extends unknown ? (Event extends keyof T ? T[Event] : never) : never;

export type PaymentEvent = KeysOf<Steps[PaymentStateName]>;
type Target<Event extends PaymentEvent> = Extract<PaymentState, { name: TargetOf<Steps[PaymentStateName], Event> }>;

/** Whether the event leads anywhere from here. */
export const allows = (state: PaymentState, event: PaymentEvent): boolean => Object.hasOwn(steps[state.name], event);

/** The state after an event, or the same state where the event has no place. */
export const step = <Event extends PaymentEvent>(state: PaymentState, event: Event, next: Target<Event>): PaymentState =>
  allows(state, event) ? next : state;

/** Every state and where each of its events leads; for tests and the documentation. */
export const paymentSteps: Record<PaymentStateName, Readonly<Record<string, PaymentStateName>>> = steps;
