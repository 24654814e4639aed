/** What a browser remembers of a payment, where it keeps it, and whom it belongs to. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore, type KeyValueStore } from '../../src/client/environment.js';
import { createJournal } from '../../src/client/journal.js';
import type { OpenEntry } from '../../src/domain/portfolio.js';
import { blockedStore, createLastingStore, fullStore } from '../support/environment.js';

const key = '7f3c2041-88aa-4b1e-9d55-0123456789ab';
const entry: OpenEntry = {
  key,
  contracts: [{ id: 'contract-1', number: 'EL-1001', amount: { value: 107_500, currency: 'USD' } }],
  date: '2026-11-18',
  pressedAt: '2026-11-18T15:00:00.000Z',
};
const place = `aspire-pay:harbor:baker:${key}`;
const open = (...stores: KeyValueStore[]) => createJournal(stores, 'harbor', 'baker');

describe('the journal', () => {
  it('keeps an entry until it is removed', () => {
    const store = createLastingStore();
    const journal = open(store, createMemoryStore());
    expect(journal.write(entry)).toBe(true);
    expect(journal.lasts(key)).toBe(true);
    expect(journal.open()).toEqual([expect.objectContaining(entry)]);
    expect(store.keys()).toEqual([place]);
    journal.remove(key);
    expect(journal.lasts(key)).toBe(false);
    expect(journal.open()).toEqual([]);
    expect(store.keys()).toEqual([]);
  });

  it('holds contracts, amounts, dates and the key, and nothing else', () => {
    const store = createMemoryStore();
    open(store, createMemoryStore()).write(entry);
    expect(JSON.parse(store.get(place) ?? '')).toEqual({ v: 1, ...entry });
  });

  it('is one payer’s of one lender', () => {
    const store = createMemoryStore();
    open(store).write(entry);
    expect(createJournal([store], 'harbor', 'guarantor').open()).toEqual([]);
    expect(createJournal([store], 'other', 'baker').open()).toEqual([]);
    expect(createJournal([store], 'harbor', 'bake').open()).toEqual([]);
    createJournal([store], 'harbor', 'guarantor').remove(key);
    expect(open(store).open()).toHaveLength(1);
  });

  it('ignores an entry longer than any it writes, unread', () => {
    const store = createMemoryStore();
    const text = JSON.stringify({ v: 1, ...entry });
    store.set(place, text.padEnd(131_073));
    expect(open(store).open()).toEqual([]);
    store.set(place, text.padEnd(131_072));
    expect(open(store).open()).toHaveLength(1);
  });

  it.each<readonly [string, KeyValueStore['get']]>([
    ['another tab has removed meanwhile', () => null],
    [
      'the browser does not give',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
  ])('passes over an entry that %s, and finds the others', (_name, get) => {
    const [best, session] = [createMemoryStore(), createMemoryStore()];
    open(best).write(entry);
    const other = { ...entry, key: '11111111-1111-4111-8111-111111111111' };
    open(session).write(other);
    expect(
      open({ ...best, get }, session)
        .open()
        .map((one) => one.key),
    ).toEqual([other.key]);
  });

  it('lists what is open by the time of the press', () => {
    const journal = open(createMemoryStore());
    const later = { ...entry, key: '11111111-1111-4111-8111-111111111111', pressedAt: '2026-11-18T16:00:00.000Z' };
    const earlier = { ...entry, key: '22222222-2222-4222-8222-222222222222', pressedAt: '2026-11-18T14:00:00.000Z' };
    for (const one of [entry, later, earlier]) journal.write(one);
    expect(journal.open().map((one) => one.key)).toEqual([earlier.key, key, later.key]);
  });

  it.each<readonly [string, KeyValueStore]>([
    ['blocked', blockedStore],
    ['full', fullStore()],
  ])('goes to the next store where the best one is %s, and says that it won’t outlive the page', (_name, best) => {
    const [session, memory] = [createMemoryStore(), createMemoryStore()];
    const journal = open(best, session, memory);
    expect(journal.write(entry)).toBe(false);
    expect(journal.lasts(key)).toBe(false);
    expect(session.keys()).toEqual([place]);
    expect(journal.open()).toHaveLength(1);
    journal.remove(key);
    expect(journal.open()).toEqual([]);
  });

  it('says so where only the page’s own memory takes it', () => {
    const memory = createMemoryStore();
    const journal = open(blockedStore, fullStore(), memory);
    expect(journal.write(entry)).toBe(false);
    expect(memory.keys()).toEqual([place]);
    expect(journal.open()).toHaveLength(1);
  });

  it('finds an entry of an earlier visit in whichever store it lies, once', () => {
    const [local, session] = [createMemoryStore(), createMemoryStore()];
    open(local).write(entry);
    open(session).write(entry);
    expect(open(local, session).open()).toHaveLength(1);
  });

  it('remembers a contract of the longest number by the start of it', () => {
    const journal = open(createMemoryStore());
    journal.write({ ...entry, contracts: [{ id: 'c', number: 'N'.repeat(5_000), amount: { value: 1, currency: 'USD' } }] });
    expect(journal.open()[0]?.contracts[0]?.number).toBe('N'.repeat(64));
  });

  it.each([
    ['no JSON', 'oops'],
    ['another version', JSON.stringify({ v: 2, ...entry })],
    ['no contracts', JSON.stringify({ v: 1, ...entry, contracts: [] })],
    ['a path for a key', JSON.stringify({ v: 1, ...entry, key: '../../session' })],
    ['the key of another entry', JSON.stringify({ v: 1, ...entry, key: '11111111-1111-4111-8111-111111111111' })],
    [
      'an amount that is none',
      JSON.stringify({ v: 1, ...entry, contracts: [{ ...entry.contracts[0], amount: { value: '1', currency: 'USD' } }] }),
    ],
    ['a time that is none', JSON.stringify({ v: 1, ...entry, pressedAt: 'now' })],
  ])('passes over an entry somebody tampered with: %s', (_name, text) => {
    const store = createMemoryStore();
    store.set(place, text);
    expect(open(store).open()).toEqual([]);
  });

  it('case 41: passes over anything at all that is not its own', () => {
    fc.assert(
      fc.property(fc.string(), fc.oneof(fc.string(), fc.json()), (name, text) => {
        const store = createMemoryStore();
        store.set(`aspire-pay:harbor:baker:${name}`, text);
        store.set(name, text);
        expect(open(store).open()).toEqual([]);
      }),
    );
  });

  it('keeps no field that was slipped in beside its own', () => {
    const store = createMemoryStore();
    store.set(place, JSON.stringify({ v: 1, ...entry, endpoint: 'https://elsewhere.example', accountNumber: '400012346789' }));
    const [found] = open(store).open();
    expect(JSON.stringify(found)).not.toMatch(/elsewhere|40001/);
  });
});
