/**
 * Carries out a script: browsers, tabs, payers and the lender on one virtual clock, and in the end everybody heals and looks again.
 * Must not know how scripts are made.
 */
import { createJournal } from '../../src/client/journal.js';
import { Browser } from './browser.js';
import { createChance } from './chance.js';
import { Memory } from './memory.js';
import type { Lender } from './lender.js';
import { Payer } from './payer.js';
import { lenderId, people, startsAt, type Person } from './people.js';
import type { Off } from './protections.js';
import type { How, Script, Step } from './script.js';
import { Tab, type TabParts } from './tab.js';
import type { VirtualClock } from './virtual-clock.js';
import { Wire } from './wire.js';
import { Witness, type Truth, type Violation } from './witness.js';

const usually: How = { clicks: 1, inAddition: false, hasNewAccount: false };

/** Later than the latest copy of a request. */
const everythingArrivedMs = 1_300_000;
const settledMs = 300_000;
const openedMs = 40_000;

export interface Stage {
  readonly clock: VirtualClock;
  readonly lender: Lender;
}

export class World {
  readonly witness = new Witness();
  readonly #clock: VirtualClock;
  readonly #lender: Lender;
  readonly #script: Script;
  readonly #off: Off;
  readonly #payer: Payer;
  readonly #wire: Wire;
  readonly #browsers: readonly Browser[];
  readonly #tabs: Tab[] = [];
  readonly #parts: TabParts;
  readonly #tell: (line: string) => void;
  readonly #memory: Memory;

  /** `tell` hears what happens, line by line, for whoever reads a failure. */
  constructor({ clock, lender }: Stage, script: Script, off: Off, tell: (line: string) => void = () => undefined) {
    clock.reset(startsAt);
    lender.reset(script.luck);
    lender.hasStandingVersions = off.has('version');
    this.#clock = clock;
    this.#lender = lender;
    this.#script = script;
    this.#off = off;
    this.#tell = (line) => tell(`${((clock.now - startsAt) / 1000).toFixed(1).padStart(8)} s  ${line}`);
    this.#payer = new Payer(clock);
    const chance = createChance(script.luck ^ 0x5bd1e995);
    const { witness } = this;
    this.#wire = new Wire({
      clock,
      lender,
      chance,
      off,
      onText: (where, text) => witness.read(where, text),
      onTraffic: (line) => this.#tell(line),
    });
    this.#parts = { clock, chance, wire: this.#wire, off, ...this.#listeners() };
    const mood = off.has('journal') ? 'forgetful' : script.isStorageBlocked ? 'blocked' : 'kept';
    this.#memory = new Memory(mood);
    this.#browsers = [...new Set(script.tabs)].map((id) => new Browser(id, { hasCookies: script.hasCookies, mood }));
    for (const id of script.tabs) for (const browser of this.#browsers) if (browser.id === id) this.#tabs.push(this.#open(browser));
  }

  #listeners(): Pick<TabParts, 'onSent' | 'onEvent' | 'onState' | 'onWrite'> {
    const { witness } = this;
    return {
      onWrite: (text) => witness.read('storage', text),
      onSent: (tab, payment) => {
        this.#memory.note(payment.key, tab);
        witness.noteSent(payment, this.#payer.wishesOf.get(tab));
      },
      onEvent: (tab, name, detail) => {
        witness.read(name, JSON.stringify(detail));
        if (tab.payer !== undefined) witness.noteEvent(name, detail, { at: this.#clock.now, payer: tab.payer });
      },
      onState: (tab, state) => {
        this.#tell(`tab ${this.#tabs.indexOf(tab)} shows ${state.name}`);
        // Without a session nothing of a payment is drawn, whatever its state.
        if (tab.payer === undefined) return;
        witness.noteState(state, { at: this.#clock.now, payer: tab.payer });
        if (state.name === 'accepted') for (const { contractId } of state.payments) this.#payer.hearAccepted(tab, contractId);
      },
    };
  }

  #open(browser: Browser, reloaded?: Tab): Tab {
    return new Tab(browser, this.#parts, this.#script.showsOne ? 'shared' : undefined, reloaded);
  }

  /** Runs the script to its end and says what went wrong. */
  async run(): Promise<Violation[]> {
    for (const step of this.#script.steps) await this.#do(step);
    await this.#comeToRest();
    for (const line of this.#lender.log) this.witness.read('the log', line);
    if (this.#script.isRush && this.witness.posts > 1) this.witness.add('POSTs', `${this.witness.posts} POSTs left`);
    const found = this.witness.judge(this.#truth());
    for (const tab of this.#tabs) tab.close();
    return found;
  }

  #tab(place: number): Tab {
    const tab = this.#tabs[place % this.#script.tabs.length];
    if (!tab) throw new Error('A script has a tab.');
    return tab;
  }

  async #do(step: Step): Promise<void> {
    this.#tell(JSON.stringify(step));
    switch (step.do) {
      case 'pass':
        return this.#clock.advance(step.ms);
      case 'sleep':
        return this.#clock.sleep(step.ms);
      case 'touch':
        this.#lender.touch(step.contract);
        return;
      case 'settle':
        this.#lender.settle(step.contract);
        return;
      case 'switch payments':
        this.#lender.switchPayments(step.areOn);
        return;
      default:
        return this.#doAt(this.#tab(step.tab), step);
    }
  }

  async #doAt(tab: Tab, step: Extract<Step, { readonly tab: number }>): Promise<void> {
    const { browser } = tab;
    switch (step.do) {
      case 'pay':
        if (!(await this.#payer.review(tab, step.contract, step.how))) return;
        tab.fates = [...step.fates];
        this.#payer.press(tab, step.how.clicks);
        return;
      case 'review':
        await this.#payer.review(tab, step.contract, usually);
        return;
      case 'press':
        tab.fates = [...step.fates];
        this.#payer.press(tab, step.times);
        return;
      case 'look':
        tab.readFates = [...step.fates];
        tab.wake();
        return this.#clock.advance(100);
      case 'reload':
        this.#replace(tab, tab);
        return;
      case 'crash':
        if (step.isJournalLost) {
          browser.lose();
          this.#memory.lose(browser);
        }
        for (const one of [...this.#tabs]) if (one.browser === browser) this.#replace(one);
        return;
      case 'line':
        browser.isOnline = step.isOnline;
        this.#wakeAll(browser);
        return;
      case 'set clock':
        browser.skewMs = step.skewMs;
        return;
      case 'lose token':
        browser.generation += 1;
        return;
      case 'sign':
        browser.person = step.person;
        browser.generation += 1;
        if (step.isSeen) this.#wakeAll(browser);
        return;
    }
  }

  #wakeAll(browser: Browser): void {
    for (const tab of this.#tabs) if (tab.browser === browser) tab.wake();
  }

  /** The page is gone, and is opened again: with what its tab kept, where it was reloaded. */
  #replace(tab: Tab, reloaded?: Tab): void {
    tab.close();
    this.#tabs[this.#tabs.indexOf(tab)] = this.#open(tab.browser, reloaded);
  }

  #truth(): Truth {
    const { keyBehind } = this.#wire;
    return {
      payments: this.#lender.payments(),
      keys: this.#lender.keys(),
      keyBehind,
      hasVersions: !this.#off.has('version'),
      isExcused: (key) => this.#isExcused(key),
    };
  }

  /** Past the guard of a press nothing of a page is told. */
  #isExcused(key: string): boolean {
    return this.#off.has('press guard') || this.#memory.isLost(key);
  }

  #untold(): string[] {
    const told = this.witness.toldKeys(this.#truth());
    return [...this.witness.sent.keys()].filter((key) => !told.has(key) && !this.#isExcused(key));
  }

  /** The line is fine again, late copies arrive, and whoever is owed an answer looks at a page until they have it. */
  async #comeToRest(): Promise<void> {
    this.#tell('everything heals');
    for (const tab of this.#tabs) [tab.fates, tab.readFates] = [[], []];
    for (const browser of this.#browsers) browser.isOnline = true;
    if (this.witness.posts > 0) await this.#clock.sleep(everythingArrivedMs);
    for (const person of people) {
      if (this.#untold().some((key) => this.witness.sent.get(key)?.payer === person)) await this.#lookAs(person);
    }
  }

  async #lookAs(person: Person): Promise<void> {
    const { witness } = this;
    for (const browser of this.#browsers) {
      browser.person = person;
      browser.generation += 1;
      this.#wakeAll(browser);
      const tab = this.#open(browser);
      this.#tabs.push(tab);
      await this.#clock.until(() => tab.isReady, openedMs);
      if (tab.isReady) witness.noteShown(createJournal(tab.stores, lenderId, person).open(), tab.portal.portfolio.checking);
    }
    await this.#clock.until(() => {
      for (const tab of this.#tabs) if (tab.state.name !== 'idle' && tab.state.name !== 'submitting') tab.send({ type: 'donePressed' });
      return this.#untold().every((key) => witness.sent.get(key)?.payer !== person);
    }, settledMs);
  }
}
