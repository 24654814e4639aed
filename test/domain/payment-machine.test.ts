/** The steps of paying. What the table does not list changes nothing, whenever it comes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isForm, type PaymentState, type PaymentStateName } from '../../src/domain/payment.js';
import { allows, paymentSteps, step, type PaymentEvent } from '../../src/domain/payment-machine.js';
import { excavators } from '../support/sample-contracts.js';
import { draft, entry, payment, ready, reviewed } from '../support/sample-payments.js';

const states: { readonly [Name in PaymentStateName]: Extract<PaymentState, { name: Name }> } = {
  idle: { name: 'idle' },
  warned: { name: 'warned', contract: excavators },
  gathering: { name: 'gathering', currency: 'USD' },
  editing: { name: 'editing', draft, accounts: ready, faults: [], attempts: 0 },
  previewing: { name: 'previewing', draft, accounts: ready, attempts: 0 },
  reviewing: { name: 'reviewing', reviewed, accounts: ready, isTicked: true },
  submitting: { name: 'submitting', reviewed, accounts: ready },
  accepted: { name: 'accepted', payments: [payment], pressedAt: entry.pressedAt },
  refused: { name: 'refused', entry, faults: [] },
  changed: { name: 'changed', draft, items: reviewed.items, what: 'balance', moved: [excavators.id] },
  checking: { name: 'checking', entry },
};
const names = Object.keys(states) as PaymentStateName[];
const events = [...new Set(names.flatMap((name) => Object.keys(paymentSteps[name])))] as PaymentEvent[];

/** The state the table says an event leads to, from anywhere: as a flow would bring it along. */
const targetOf = (event: PaymentEvent): PaymentState => {
  const target = names.map((name) => paymentSteps[name][event]).find((found) => found !== undefined);
  if (!target) throw new Error(`No state lists ${event}.`);
  return states[target];
};

const send = (state: PaymentState, event: PaymentEvent): PaymentState => step(state, event, targetOf(event) as never);

/** Written down a second time, on purpose: a changed step must be changed here too. */
const expected: Record<PaymentStateName, string> = {
  idle: 'opened>editing warned>warned gathered>gathering entryFound>checking',
  warned: 'confirmed>editing closed>idle',
  gathering: 'opened>editing gathered>gathering closed>idle',
  editing: 'edited>editing reviewRequested>previewing closed>idle',
  previewing: 'edited>editing previewed>reviewing previewRefused>editing balanceMoved>changed closed>idle',
  reviewing: 'reviewEdited>reviewing backed>editing authorized>submitting closed>idle',
  submitting: 'held>reviewing accepted>accepted refused>refused corrected>editing moved>changed unsettled>checking dropped>idle',
  accepted: 'closed>idle',
  refused: 'reopened>editing closed>idle',
  changed: 'fetched>changed reopened>editing confirmed>editing reviewRequested>previewing closed>idle',
  checking: 'asked>checking accepted>accepted refused>refused dropped>idle closed>idle',
};

it('the form is on screen while it is filled in and while its review is prepared', () => {
  expect(names.filter((name) => isForm(states[name]))).toEqual(['editing', 'previewing']);
});

describe('a payment', () => {
  it.each(names)('goes from %s only where the table leads', (name) => {
    const steps = Object.entries(paymentSteps[name]).map(([event, target]) => `${event}>${target}`);
    expect(steps.join(' ')).toBe(expected[name]);
  });

  it.each(names.flatMap((name) => events.map((event) => [name, event] as const)))('in %s after %s', (name, event) => {
    const before = states[name];
    const after = send(before, event);
    if (allows(before, event)) expect(after.name).toBe(paymentSteps[name][event]);
    else expect(after).toBe(before);
  });

  it('does not know an event that every object has', () => {
    expect(allows(states.idle, 'constructor' as PaymentEvent)).toBe(false);
  });

  const path = fc.array(fc.constantFrom(...events), { maxLength: 60 });

  it('that was accepted stays so until it is closed, whatever comes late', () => {
    fc.assert(
      fc.property(path, (late) => {
        let state: PaymentState = states.accepted;
        for (const event of late.filter((one) => one !== 'closed')) state = send(state, event);
        expect(state).toBe(states.accepted);
        expect(send(state, 'closed').name).toBe('idle');
      }),
    );
  });

  it('is sent only from a review, and never a second time before the first has come to something', () => {
    const results: readonly PaymentEvent[] = ['held', 'accepted', 'refused', 'corrected', 'moved', 'unsettled', 'dropped'];
    fc.assert(
      fc.property(path, (sequence) => {
        let state: PaymentState = states.idle;
        let isUnderWay = false;
        for (const event of sequence) {
          const before: PaymentState = state;
          state = send(state, event);
          if (event === 'authorized' && state !== before) {
            expect(before.name).toBe('reviewing');
            expect(isUnderWay).toBe(false);
            isUnderWay = true;
          }
          if (results.includes(event)) isUnderWay &&= state === before;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('can always be left, but for the moment in which it is being sent', () => {
    for (const name of names.filter((one) => one !== 'idle')) expect(allows(states[name], 'closed')).toBe(name !== 'submitting');
  });
});
