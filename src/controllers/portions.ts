/**
 * How much is drawn and laid out at a time: nothing but the room while the script still runs, a screenful of the list first, the rest behind
 * it, so that the first is there sooner and what is pressed meanwhile is answered; the same for another page of it. Knows no contracts.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wait } from '../client/environment.js';
import { emptyPortfolio, isSamePage, type PortfolioState } from '../domain/portfolio.js';
import { findIn } from './focus-in.js';

/** A row at its lowest, in pixels. */
const rowHeight = 40;
const fewest = 28;

/** A page that is out of sight has no frames. */
const withoutFrameMs = 100;
/** For what was pressed while the first were drawn. */
const breathMs = 10;

const frame = (): Promise<unknown> => Promise.race([new Promise(requestAnimationFrame), wait(withoutFrameMs)]);

/**
 * One a frame, in about its height until then; all at once when the payer scrolls, or where what is read would jump as those above it get
 * their height.
 */
const layOut = async (sections: readonly HTMLElement[]): Promise<void> => {
  if (!CSS.supports('overflow-anchor', 'auto')) return;
  const hurry = (): void => sections.forEach(({ classList }) => classList.remove('later'));
  for (const { classList } of sections) classList.add('later');
  window.addEventListener('scroll', hurry, true);
  for (const { classList } of sections) {
    if (classList.contains('later')) await frame();
    classList.remove('later');
  }
  window.removeEventListener('scroll', hurry, true);
};

type Host = HTMLElement & ReactiveControllerHost;

export class Portions implements ReactiveController {
  readonly #host: Host;
  readonly #list: () => PortfolioState;
  #drawn = emptyPortfolio;
  #hasBegun = false;
  #begun: Promise<void> | undefined;
  #most = fewest;
  /** Contracts that are there while the rest is on its way. */
  #there = 0;

  /** `list`: what is drawn in this update. */
  constructor(host: Host, list: () => PortfolioState) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  /** Running the script is one task, drawing another: more than the room is drawn in the next. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  get begun(): Promise<void> | undefined {
    return this.#begun;
  }

  /** Rows that may be drawn; the head of a contract counts as some. */
  get most(): number {
    return this.#most;
  }

  get #sections(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[part="contract"]') ?? [])];
  }

  /** A list that is not on screen begins anew, and so does another page, order or search of it. */
  hostUpdate(): void {
    const before = this.#drawn;
    this.#drawn = this.#list();
    if (findIn(this.#host, 'contract-0') && isSamePage(before, this.#drawn)) return;
    this.#most = Math.max(fewest, innerHeight / rowHeight);
    this.#there = 0;
  }

  hostUpdated(): void {
    this.#begun ??= this.#begin();
    if (findIn(this.#host, 'rest')) {
      if (this.#there === 0) void this.#goOn();
    } else if (this.#there > 0) {
      void layOut(this.#sections.slice(this.#there));
      this.#there = 0;
    }
  }

  async #begin(): Promise<void> {
    await wait(0);
    this.#hasBegun = true;
    this.#host.requestUpdate();
  }

  async #goOn(): Promise<void> {
    this.#there = this.#sections.length;
    await frame();
    await wait(breathMs);
    this.#most = Infinity;
    this.#host.requestUpdate();
  }
}
