/**
 * A blind payer's ears: a virtual screen reader in the element's shadow root. It speaks what gets the focus and what the live
 * regions say, in the order in which it happens, and reads a screen from its top to its end. Must not know which journey it is for.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { until, type Payer } from './payer.js';

const regions = '[role="status"], [role="alert"]';

/** White space of every kind is one space, as it is heard; marks of direction say nothing. */
const plain = (phrase: string): string =>
  phrase
    .replace(/[\u2066-\u2069\u200e\u200f\u061c]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

const regionOf = ({ target }: MutationRecord): Element | null => {
  const element = target instanceof Element ? target : target.parentElement;
  return element?.closest(regions) ?? null;
};

/** A text put in and filled in one go is one change, to a browser and so to whoever listens. */
const oncePerRegion = (records: readonly MutationRecord[]): MutationRecord[] => {
  const last = new Map(records.map((record, place) => [regionOf(record), place]));
  return records.filter((record, place) => {
    const region = regionOf(record);
    return region === null || last.get(region) === place;
  });
};

/**
 * The reader takes an element and looks into no shadow root. It is given the element's frame, and watches the whole root:
 * the live regions stand beside the frame, since they outlive what is drawn in it.
 */
class RootObserver extends MutationObserver {
  constructor(callback: MutationCallback) {
    super((records, observer) => callback(oncePerRegion(records), observer));
  }

  override observe(target: Node, options?: MutationObserverInit): void {
    super.observe(target.getRootNode(), options);
  }
}

/** Marks of where a thing ends, or of markup, which no reader speaks unless it is asked to; the choices of a list not opened yet. */
const unspoken =
  /^(end.*|paragraph|strong|rowgroup|row, .*|generic|term|definition|list|listitem.*|option, .*|not busy|polite:|assertive:)$/;

/**
 * True of nearly everything and so not spoken, or read by this reader from an attribute where a browser knows better:
 * what is chosen is asked of the field itself.
 */
const stateless = (phrase: string): string =>
  phrase.replace(
    /, (not (disabled|busy|checked|expanded)|checked|(position|set size) \d+|has popup listbox|\d{4}-\d{2}-\d{2})(?=,|$)/g,
    '',
  );

const roles = /^(button|cell|checkbox|columnheader|combobox|form|heading|link|radio|radiogroup|region|rowheader|table|textbox), /;

const asSpoken = (phrases: readonly string[]): string[] =>
  phrases.map((phrase) => stateless(plain(phrase))).filter((phrase) => !unspoken.test(phrase));

/** Without what the phrase before, which is named by it, has said already. */
const withoutEchoes = (phrases: readonly string[]): string[] => {
  let named = '';
  return phrases.filter((phrase) => {
    if (roles.test(phrase)) named = phrase;
    return named === phrase || !named.includes(phrase);
  });
};

export class ScreenReader {
  readonly #payer: Payer;
  readonly #frame: Element;
  readonly #ears = new Virtual();
  /** Spoken, and not asked for yet. */
  readonly #unheard: string[] = [];
  #heard = 0;

  private constructor(payer: Payer, frame: Element) {
    this.#payer = payer;
    this.#frame = frame;
  }

  /** Listens from now on. */
  static async beside(payer: Payer): Promise<ScreenReader> {
    // Drawn, and nothing read yet: the first words are heard, too.
    await payer.element.updateComplete;
    const frame = payer.root.querySelector('.root');
    if (!frame) throw new Error('The element has drawn no frame');
    const reader = new ScreenReader(payer, frame);
    await reader.#ears.start({ container: frame, window: { document, MutationObserver: RootObserver } });
    reader.#heard = (await reader.#ears.spokenPhraseLog()).length;
    return reader;
  }

  /** Nothing may have been said beyond what the script has. */
  async stop(): Promise<void> {
    await this.#listen();
    await this.#ears.stop();
    expect(this.#unheard).to.deep.equal([]);
  }

  async #listen(): Promise<void> {
    const log = await this.#ears.spokenPhraseLog();
    this.#unheard.push(...asSpoken(log.slice(this.#heard)));
    this.#heard = log.length;
  }

  /** Waits for the last of the phrases; by then exactly these have been spoken since the last time, in this order. */
  async hears(...phrases: readonly string[]): Promise<void> {
    const last = phrases.at(-1) ?? '';
    const placeOfLast = async (): Promise<number> => {
      await this.#listen();
      return this.#unheard.indexOf(last);
    };
    await until(async () => (await placeOfLast()) >= 0, last).catch(() => undefined);
    const heard = this.#unheard.splice(0, (await placeOfLast()) + 1 || this.#unheard.length);
    expect(heard).to.deep.equal(phrases);
  }

  /** What the reading cursor speaks on its way from the top of the screen to its end. */
  async reads(): Promise<string[]> {
    const cursor = new Virtual();
    await cursor.start({ container: this.#frame });
    const [first] = await cursor.spokenPhraseLog();
    const top = cursor.activeNode;
    do await cursor.next();
    while (cursor.activeNode !== top || (await cursor.lastSpokenPhrase()) !== first);
    const log = await cursor.spokenPhraseLog();
    await cursor.stop();
    return withoutEchoes(asSpoken(log.slice(0, -1)));
  }

  /** From a phrase to another, both included: a part of the screen. */
  async readsBetween(start: string, end: string): Promise<string[]> {
    const all = await this.reads();
    const [from, to] = [all.indexOf(start), all.indexOf(end, all.indexOf(start))];
    if (from < 0 || to < 0) throw new Error(`Between “${start}” and “${end}” nothing is read:\n${all.join('\n')}`);
    return all.slice(from, to + 1);
  }

  /** Goes to a button by its name and presses Enter: as a person does, without a mouse. */
  async press(name: string, onContract?: string): Promise<void> {
    (await this.#payer.find('button', name, onContract)).focus();
    await sendKeys({ press: 'Enter' });
  }

  /** Goes to a choice by its name and presses the space bar. */
  async choose(name: string): Promise<void> {
    (await this.#payer.find('field', name)).focus();
    await sendKeys({ type: ' ' });
  }
}
