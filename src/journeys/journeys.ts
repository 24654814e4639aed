/**
 * Fetches the part of a journey: when it is wanted, or a little before. A press that sets out waits until it is there, and is told
 * when it can't be had. The one place that does; the script for a plain page has every journey in it.
 * Must not know what a press does.
 */
import type { ReactiveControllerHost } from 'lit';
import { Intent } from '../controllers/intent.js';
import { isJourney, journeyOf, type Awaited, type Journey } from '../domain/journey.js';
import type { UserEvent } from '../domain/user-events.js';
import { hold, journeysOf, type Shown, type State } from '../views/shown.js';
import { first } from '../locales/en/first.js';
import type { Words } from '../locales/en.js';
import { fetchPart, here } from './modules.js';
import type { Parts } from './parts.js';

export interface JourneysOptions {
  readonly host: HTMLElement & ReactiveControllerHost;
  /** What a press does, once what it leads to is there. */
  readonly answer: (event: UserEvent) => void;
  /** What has been fetched so far, and all that came before. */
  readonly onCome: (parts: Parts) => void;
  readonly onFailed: () => void;
}

const wordsOf = (parts: Parts): Words => Object.assign({}, first, ...Object.values(parts).map(({ words }) => words)) as Words;

export class Journeys {
  readonly #options: JourneysOptions;
  #parts = here;
  #words = wordsOf(here);
  readonly #coming = new Map<Journey, Promise<void>>();
  /** Each is asked for once without a press; from then on by *Try again*. */
  readonly #wanted = new Set<Journey>();
  #awaited: Awaited | undefined;
  #failed: Awaited | undefined;

  constructor(options: JourneysOptions) {
    this.#options = options;
    new Intent(options.host, (journey) => this.#prefetch(journey));
    options.onCome(here);
  }

  /** What has been fetched so far. */
  get parts(): Parts {
    return this.#parts;
  }

  /** The English words of what has been fetched so far: nothing that reads the others is here yet. */
  get words(): Words {
    return this.#words;
  }

  /** What is on screen, as far as it is here; what isn't is fetched. */
  hold(state: State): Shown {
    this.#want(journeysOf(state));
    return hold(state, this.#parts, { hasFailedPart: this.#failed !== undefined, awaited: this.#awaited });
  }

  /** Answers a press: at once, or as soon as what it leads to is there. Of several that wait the last one counts. */
  take(event: UserEvent): void {
    if (event.type === 'journeyRetried') {
      if (this.#failed) void this.#wait(this.#failed);
      return;
    }
    const journey = journeyOf(event);
    if (journey && !this.#parts[journey]) {
      void this.#wait({ journey, event });
      return;
    }
    if (journey || event.type === 'viewChosen') this.forget();
    this.#options.answer(event);
  }

  /** Is on screen by something other than a press, or would be. A press that waits goes on waiting. */
  #want(journeys: readonly Journey[]): void {
    for (const journey of journeys) if (!this.#parts[journey] && !this.#wanted.has(journey)) void this.#bring(journey);
  }

  async #bring(journey: Journey): Promise<void> {
    this.#wanted.add(journey);
    const isHere = await this.#isHad(journey);
    if (!isHere && !this.#awaited) this.#fail({ journey, event: undefined });
    this.#options.host.requestUpdate();
  }

  /** Somebody is about to want it. That it can't be had is said when it is. */
  #prefetch(name: string): void {
    if (isJourney(name)) void this.#isHad(name);
  }

  /** Nothing is waited for any more. */
  forget(): void {
    this.#awaited = undefined;
    this.#failed = undefined;
  }

  async #wait(awaited: Awaited): Promise<void> {
    this.#awaited = awaited;
    this.#options.host.requestUpdate();
    const isHere = await this.#isHad(awaited.journey);
    if (this.#awaited !== awaited) return;
    this.forget();
    if (!isHere) this.#fail(awaited);
    else if (awaited.event) this.#options.answer(awaited.event);
    this.#options.host.requestUpdate();
  }

  #fail(awaited: Awaited): void {
    this.#failed = awaited;
    this.#options.onFailed();
  }

  #isHad(journey: Journey): Promise<boolean> {
    return this.#fetch(journey).then(
      () => true,
      () => false,
    );
  }

  #fetch(journey: Journey): Promise<void> {
    const known = this.#coming.get(journey);
    if (known) return known;
    const coming = fetchPart(journey).then(
      (part) => {
        this.#parts = { ...this.#parts, [journey]: part };
        this.#words = wordsOf(this.#parts);
        this.#options.onCome(this.#parts);
      },
      (error: unknown) => {
        // Another try is a new one, as far as the browser's own memory of modules allows.
        this.#coming.delete(journey);
        throw error;
      },
    );
    this.#coming.set(journey, coming);
    return coming;
  }
}
