/**
 * How much of the contract list is drawn at a time: a screenful first, the rest in drawings of their own, so that what is pressed meanwhile
 * is answered. Knows no contracts, and not what brought the list.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { wait } from '../client/environment.js';
import { findIn } from './focus-in.js';

/** A row at its lowest, in pixels. */
const rowHeight = 40;
const fewest = 28;

type Host = HTMLElement & ReactiveControllerHost;

export class Portions implements ReactiveController {
  readonly #host: Host;
  #most = fewest;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** Rows that may be drawn; the head of a contract counts as some. */
  get most(): number {
    return this.#most;
  }

  /** A list that is not on screen begins anew. */
  hostUpdate(): void {
    if (!this.#host.shadowRoot?.querySelector('[part="contract"]')) this.#most = Math.max(fewest, innerHeight / rowHeight);
  }

  hostUpdated(): void {
    if (!findIn(this.#host, 'rest')) return;
    void wait(0).then(() => {
      this.#most *= 2;
      this.#host.requestUpdate();
    });
  }
}
