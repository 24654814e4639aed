/**
 * Holds back what would move the page while a button is being pressed: a sentence that appears under the pointer between
 * its going down and coming up would push the button away, and the press would be lost.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class PointerPatience implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #waiting: (() => void)[] = [];
  #isDown = false;
  #ended: AbortController | undefined;

  constructor(host: HTMLElement & ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#ended?.abort();
    this.#ended = new AbortController();
    const { signal } = this.#ended;
    const whenDown = (): void => {
      this.#isDown = true;
    };
    this.#host.addEventListener('pointerdown', whenDown, { signal });
    // The click follows the release within the same turn; the next frame is after both.
    const whenUp = (): number => requestAnimationFrame(() => this.#release());
    for (const name of ['pointerup', 'pointercancel', 'dragend'] as const) window.addEventListener(name, whenUp, { signal, capture: true });
  }

  hostDisconnected(): void {
    this.#ended?.abort();
    this.#release();
  }

  /** At once, or when the pointer is up again and its click has been answered. */
  do(work: () => void): void {
    if (this.#isDown) this.#waiting.push(work);
    else work();
  }

  #release(): void {
    this.#isDown = false;
    for (const work of this.#waiting.splice(0)) work();
  }
}
