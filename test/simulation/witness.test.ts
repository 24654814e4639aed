/** The witness can be shown a broken I4 and a broken I5, and says so. Must not know how a script is carried out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../../src/client/environment.js';
import type { OpenEntry } from '../../src/domain/portfolio.js';
import { blockedStore, createLastingStore } from '../support/environment.js';
import { canary, startsAt } from './people.js';
import { allOn } from './protections.js';
import { openStage } from './runner.js';
import type { Script } from './script.js';
import { watch } from './tab.js';
import { Witness, type Truth } from './witness.js';
import { World } from './world.js';

const key = '0b0f9a51-2f43-4a47-9d32-0f6b2a1c7d11';
const entry: OpenEntry = { key, contracts: [], date: '2026-11-18', pressedAt: new Date(startsAt).toISOString() };
const sent = { key, payer: 'ada', versions: new Map([['own', 'v1']]) } as const;
const truth: Truth = { payments: [], keys: [], keyBehind: new Map(), hasVersions: true, isExcused: () => false };
const createdAt = new Date(startsAt).toISOString();
const voided: Truth = { ...truth, keys: [{ payer_id: 'ada', key, state: 'voided', created_at: createdAt }] };

let witness: Witness;
beforeEach(() => {
  witness = new Witness();
});

const found = (of: Truth = truth): string[] => witness.judge(of).map(({ invariant }) => invariant);

describe('what the witness says of I4', () => {
  it('a payment whose end nobody was told is one', () => {
    witness.noteSent(sent, undefined);
    expect(witness.judge(truth)).toEqual([{ invariant: 'I4', what: `key ${key} never came to an end that its payer was told` }]);
  });

  it('one whose end was told, or that nobody can remember, is none', () => {
    witness.noteSent(sent, undefined);
    expect(found({ ...truth, isExcused: () => true })).toEqual([]);
    witness.noteState({ name: 'refused', entry, faults: [] }, { at: startsAt, payer: 'ada' });
    expect(found(voided)).toEqual([]);
  });

  it('a payment that is checked before somebody else is one', () => {
    witness.noteSent(sent, undefined);
    witness.noteState({ name: 'checking', entry }, { at: startsAt, payer: 'ben' });
    expect(witness.judge({ ...truth, isExcused: () => true })).toEqual([{ invariant: 'I4', what: 'ada’s payment is shown to ben' }]);
  });

  it('an entry of the journal that is not on screen is one', () => {
    witness.noteShown([entry], [entry]);
    expect(found()).toEqual([]);
    witness.noteShown([entry], []);
    expect(found()).toEqual(['I4']);
  });
});

describe('what the witness says of I5', () => {
  const digits = [canary.accountNumber, canary.routingNumber];
  const places = digits.flatMap((number) => [number, number.slice(0, 5), number.slice(-5), `/v1/accounts/${number.slice(1, 6)}?x=1`]);

  it.each(places)('%s is one', (text) => {
    witness.read('a place', text);
    expect(witness.judge(truth)).toEqual([{ invariant: 'I5', what: 'bank digits in a place' }]);
  });

  it('four digits are none, nor is what stands in a digest by chance', () => {
    witness.read('a place', `••${canary.accountNumber.slice(-4)}`);
    witness.read('a place', `{"sha256":"${'a'.repeat(40)}${canary.accountNumber}"}`);
    expect(found()).toEqual([]);
    witness.read('a place', `{"sha256":"${'a'.repeat(40)}","last":"${canary.accountNumber}"}`);
    expect(found()).toEqual(['I5']);
  });

  it.each([
    ['that keeps it', createLastingStore()],
    ['of the page alone', createMemoryStore()],
    ['that is blocked', blockedStore],
  ] as const)('what is written to a store %s is one, also where it is gone by the end', (_, kept) => {
    const store = watch(kept, (text) => witness.read('storage', text));
    for (const work of [() => store.set('draft', canary.accountNumber), () => store.remove('draft')]) {
      try {
        work();
      } catch {
        // Blocked.
      }
    }
    expect(witness.judge(truth)).toEqual([{ invariant: 'I5', what: 'bank digits in storage' }]);
  });
});

describe('a whole script', () => {
  let stage: Awaited<ReturnType<typeof openStage>>;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());

  const script: Script = {
    luck: 1,
    tabs: [0],
    hasCookies: false,
    isStorageBlocked: false,
    showsOne: false,
    isRush: false,
    steps: [{ do: 'pass', ms: 1_000 }],
  };

  it('has its lender’s log read in the end', async () => {
    expect(await new World(stage, script, allOn).run()).toEqual([]);
    const world = new World(stage, script, allOn);
    stage.lender.log.push(`{"path":"/bank-accounts/${canary.routingNumber}"}`);
    expect(await world.run()).toEqual([{ invariant: 'I5', what: 'bank digits in the log' }]);
  });

  it('is asked in the end what became of every payment', async () => {
    const world = new World(stage, script, allOn);
    world.witness.noteSent(sent, undefined);
    expect((await world.run()).map(({ invariant }) => invariant)).toEqual(['I4']);
  });

  it('has what its pages write read as they write it: also what is gone by the end', async () => {
    const how = { clicks: 1, inAddition: false, hasNewAccount: false };
    const pays: Script = { ...script, steps: [...script.steps, { do: 'pay', tab: 0, contract: 'own', how, fates: [] }] };
    const world = new World(stage, pays, allOn);
    const read = vi.spyOn(world.witness, 'read');
    expect(await world.run()).toEqual([]);
    const written = read.mock.calls.filter(([where]) => where === 'storage').map(([, text]) => text);
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('aspire-pay:lender:ada:');
  });
});
