/**
 * A press that leads to a screen which is still to be fetched: it waits, it counts once, and it is told when the screen can't be had.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReactiveControllerHost } from 'lit';
import { emptyHistory } from '../../src/domain/history.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { Journeys } from '../../src/journeys/journeys.js';
import type { State } from '../../src/views/shown.js';
import { portfolio } from '../support/sample-portfolio.js';

type Answer = { readonly come: () => void; readonly fail: () => void };

const asked = vi.hoisted(() => new Map<string, Answer[]>());

vi.mock('../../src/journeys/modules.js', () => ({
  here: {},
  fetchPart: (name: string) =>
    new Promise((resolve, reject: (error: Error) => void) => {
      const answer = { come: () => resolve({ name }), fail: () => reject(new Error('not there')) };
      asked.set(name, [...(asked.get(name) ?? []), answer]);
    }),
}));

const pay: UserEvent = { type: 'payPressed', contractId: 'a' };
const seePayments: UserEvent = { type: 'viewChosen', view: 'payments' };
const last = (name: string): Answer | undefined => asked.get(name)?.at(-1);
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Of the host only what is used of it; nothing is drawn here. */
const createHost = () =>
  Object.assign(new EventTarget(), { addController: vi.fn(), requestUpdate: vi.fn() }) as unknown as HTMLElement & ReactiveControllerHost;

const idle: State = {
  portfolio: portfolio([]),
  payment: { name: 'idle' },
  bankAccounts: undefined,
  history: undefined,
  views: ['contracts', 'payments'],
  view: 'contracts',
  signIn: { name: 'offered' },
  sessionEnd: undefined,
  ended: { hasEnded: false, isKept: false },
};
/** A payment that was under way when the page was left. */
const found: State = {
  ...idle,
  portfolio: {
    ...idle.portfolio,
    checking: [{ key: 'key', contracts: [], date: '2026-01-05', pressedAt: '2026-01-02T10:00:00Z' }],
  },
};

describe('a journey', () => {
  let answered: UserEvent[];
  let come: string[];
  let failures: number;
  let journeys: Journeys;

  beforeEach(() => {
    asked.clear();
    answered = [];
    come = [];
    failures = 0;
    journeys = new Journeys({
      host: createHost(),
      answer: (event) => answered.push(event),
      onCome: (parts) => come.push(...Object.keys(parts)),
      onFailed: () => {
        failures += 1;
      },
    });
  });

  it('answers at once what needs no screen', () => {
    journeys.take({ type: 'refreshPressed' });
    expect(answered).toEqual([{ type: 'refreshPressed' }]);
  });

  it('keeps a press until its screen is there, and answers it once however often it was pressed', async () => {
    journeys.take(pay);
    journeys.take(pay);
    journeys.take(pay);
    expect(journeys.hold(idle).awaited?.event).toEqual(pay);
    expect(answered).toEqual([]);
    last('paying')?.come();
    await settle();
    expect(answered).toEqual([pay]);
    expect(journeys.hold(idle).awaited).toBeUndefined();
    expect(asked.get('paying')).toHaveLength(1);
  });

  it('answers the last of several presses, whichever screen comes first', async () => {
    journeys.take(pay);
    journeys.take(seePayments);
    last('paying')?.come();
    last('payments')?.come();
    await settle();
    expect(answered).toEqual([seePayments]);
  });

  it('answers nothing once it was forgotten', async () => {
    journeys.take(pay);
    journeys.forget();
    last('paying')?.come();
    await settle();
    expect(answered).toEqual([]);
  });

  it('tells that a screen can’t be had, and asks again when it is to', async () => {
    journeys.take(pay);
    last('paying')?.fail();
    await settle();
    expect([failures, journeys.hold(idle).hasFailedPart, answered]).toEqual([1, true, []]);
    journeys.take({ type: 'journeyRetried' });
    expect(journeys.hold(idle)).toMatchObject({ hasFailedPart: true, awaited: { event: pay } });
    last('paying')?.come();
    await settle();
    expect(answered).toEqual([pay]);
    expect(journeys.hold(idle).hasFailedPart).toBe(false);
  });

  it('is asked for without a press where a payment’s end is to be found out, and handed on as it comes', async () => {
    journeys.hold(found);
    journeys.hold(found);
    expect(come).toEqual([]);
    last('paying')?.come();
    await settle();
    expect([come, asked.get('paying')?.length]).toEqual([['paying'], 1]);
  });

  it('asks once for what nobody pressed, and says when it can’t be had', async () => {
    journeys.hold(found);
    last('paying')?.fail();
    await settle();
    expect(journeys.hold(found)).toMatchObject({ hasFailedPart: true, payment: { name: 'idle' } });
    expect([failures, asked.get('paying')?.length]).toEqual([1, 1]);
    journeys.take({ type: 'journeyRetried' });
    last('paying')?.come();
    await settle();
    expect([come, answered]).toEqual([['paying'], []]);
    expect(journeys.hold(found).hasFailedPart).toBe(false);
  });

  it('holds a view that is on its way, and the note of a session that is about to end', async () => {
    const ending: State = { ...idle, sessionEnd: { endsAt: '2026-01-02T11:00:00Z', step: 'warned' } };
    const reading: State = { ...idle, view: 'payments', history: { ...emptyHistory, isOffline: false, checking: [] } };
    expect([journeys.hold(ending).sessionEnd, journeys.hold(reading).isViewHeld]).toEqual([undefined, true]);
    last('signing-in')?.come();
    last('payments')?.come();
    await settle();
    expect([journeys.hold(ending).sessionEnd, journeys.hold(reading).isViewHeld]).toEqual([ending.sessionEnd, false]);
  });
});
