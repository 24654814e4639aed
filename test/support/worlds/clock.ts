/** A world's clock: starts where it is told, goes on in real time, and can be set, advanced or frozen. */
import type { ClockChange } from './protocol.js';

export class WorldClock {
  /** Milliseconds between this clock and the machine's, while it runs. */
  #offset: number;
  #frozenAt: number | undefined;

  constructor(start: string) {
    this.#offset = Date.parse(start) - Date.now();
  }

  now(): Date {
    return new Date(this.#frozenAt ?? Date.now() + this.#offset);
  }

  change({ now, advanceSeconds = 0, isFrozen }: ClockChange): void {
    const time = (now === undefined ? this.now().getTime() : Date.parse(now)) + advanceSeconds * 1_000;
    const staysFrozen = isFrozen ?? this.#frozenAt !== undefined;
    this.#offset = time - Date.now();
    this.#frozenAt = staysFrozen ? time : undefined;
  }
}
