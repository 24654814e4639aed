/**
 * Notices where the payer is about to go: the pointer over, or the focus on, what is marked with the journey it begins.
 * Must not know what a journey is.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Intent implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #onIntent: (journey: string) => void;
  readonly #look = (event: Event): void => {
    const [first] = event.composedPath();
    const journey = first instanceof Element ? first.closest('[data-journey]')?.getAttribute('data-journey') : undefined;
    if (journey) this.#onIntent(journey);
  };

  constructor(host: HTMLElement & ReactiveControllerHost, onIntent: (journey: string) => void) {
    this.#host = host;
    this.#onIntent = onIntent;
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of ['pointerover', 'focusin']) this.#host.addEventListener(name, this.#look);
  }

  hostDisconnected(): void {
    for (const name of ['pointerover', 'focusin']) this.#host.removeEventListener(name, this.#look);
  }
}
