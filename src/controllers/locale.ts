/**
 * The language of one element: the attribute, else the nearest `lang`, else the browser's; its words, formats and direction.
 * While another one is on its way, the words that are there stay: a page is never half in one and half in the other.
 */
import { wait } from '../client/environment.js';
import { createFormat, type Format } from '../domain/format.js';
import {
  canonicalTag,
  directionOf,
  english,
  isSameLanguage,
  speechFor,
  type Direction,
  type Language,
  type Speech,
} from '../domain/language.js';
import type { Messages, Words } from '../locales/en.js';
import { fetchLanguage } from './language-modules.js';
import { findLanguage, watchLanguages } from './language-shelf.js';
import { layWords } from './lay-words.js';
import { ownDirection, readPage, watchPage } from './page-language.js';

/** How long nothing is said while the first words are on their way; the shape of the list stands there meanwhile. */
const patienceMs = 3_000;

export interface LocaleOptions {
  /** Where to look for `lang` and `dir`. */
  readonly host: Element;
  readonly attribute: () => string | undefined;
  /** English, as far as it is here: under every other language. */
  readonly english: () => Words;
  readonly messages: () => Messages | undefined;
  readonly onChange: () => void;
  /** A language can't be had. */
  readonly onFault: () => void;
  readonly fetch?: typeof fetchLanguage;
  readonly wait?: typeof wait;
}

interface Wish {
  readonly speech: Speech;
  /** What the page says of direction, where that concerns these words. */
  readonly dir: Direction | undefined;
}

/** What to speak: asked for, or found on the page, or English. */
export const readWish = (attribute: string | undefined, host: Element): Wish => {
  const own = ownDirection(host);
  const asked = canonicalTag(attribute);
  if (asked !== undefined) return { speech: speechFor(asked), dir: own };
  const page = readPage(host);
  const tag = canonicalTag(page.lang) ?? canonicalTag(navigator.language) ?? english.locale;
  const speech = speechFor(tag);
  // The direction of a language that isn't spoken here is none for English.
  return { speech, dir: own ?? (isSameLanguage(tag, speech.locale) ? page.dir : undefined) };
};

export class LocaleController {
  readonly #options: LocaleOptions;
  readonly #stops: (() => void)[] = [];
  #wish: Wish | undefined;
  #speech = english;
  #direction: Direction = 'ltr';
  #format: Format = createFormat(english.locale);
  #words: Words | undefined;
  /** What the words were made of. */
  #sources: readonly (Messages | undefined)[] = [];
  #isWaiting = false;

  constructor(options: LocaleOptions) {
    this.#options = options;
  }

  get locale(): string {
    return this.#speech.locale;
  }

  get words(): Words {
    return (this.#words ??= this.#options.english());
  }

  get format(): Format {
    return this.#format;
  }

  get direction(): Direction {
    return this.#direction;
  }

  /** The first words are on their way: nothing is to be said yet. */
  get isWaiting(): boolean {
    return this.#isWaiting;
  }

  connect(): void {
    this.disconnect();
    const { host, onChange } = this.#options;
    this.#stops.push(watchPage(host, onChange), watchLanguages(onChange));
    // Moved to another place of the page, it may stand in another language.
    onChange();
  }

  disconnect(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Looks again which language holds, and speaks it as soon as its words are there. */
  choose(): void {
    const { attribute, host } = this.#options;
    const wish = readWish(attribute(), host);
    const before = this.#wish;
    this.#wish = wish;
    const { language } = wish.speech;
    if (language === 'en' || findLanguage(language)) this.#speak(wish);
    else if (language !== before?.speech.language) void this.#bring(language, before === undefined);
    this.#lay();
  }

  #speak({ speech, dir }: Wish): void {
    this.#isWaiting = false;
    this.#direction = dir ?? directionOf(speech.locale);
    if (speech.locale !== this.#speech.locale) this.#format = createFormat(speech.locale);
    this.#speech = speech;
  }

  /** Where it can't be had, English is spoken. When it has come, the shelf tells. */
  async #bring(language: Exclude<Language, 'en'>, isFirst: boolean): Promise<void> {
    const { host, onChange, onFault, fetch = fetchLanguage, wait: passTime = wait } = this.#options;
    if (isFirst) {
      this.#isWaiting = true;
      void passTime(patienceMs).then(() => this.#waitNoLonger());
    }
    try {
      await fetch(language);
    } catch {
      if (this.#wish?.speech.language !== language) return;
      this.#speak({ speech: english, dir: ownDirection(host) });
      onFault();
      onChange();
    }
  }

  #waitNoLonger(): void {
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#options.onChange();
  }

  #lay(): void {
    const { language } = this.#speech;
    const own = language === 'en' ? undefined : findLanguage(language);
    const sources = [this.#options.english(), own, this.#options.messages()] as const;
    if (sources.every((source, index) => source === this.#sources[index])) return;
    this.#sources = sources;
    const [english, , over] = sources;
    this.#words = layWords(layWords(english, own), over);
  }
}
