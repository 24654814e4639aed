/**
 * Remembers by which cursors a list was paged to where it stands, so that the way back is known.
 * Knows nothing of what is on the pages.
 */

interface Place {
  /** Cursors of the pages up to this one; the first page has none. */
  readonly cursors: readonly (string | undefined)[];
  readonly next: string | null;
}

const start: Place = { cursors: [undefined], next: null };

export class PageTrail {
  #asked = start;
  #shown = start;

  /** Of the page to ask for. */
  get cursor(): string | undefined {
    return this.#asked.cursors.at(-1);
  }

  /** Number of the page to ask for, from 0. */
  get index(): number {
    return this.#asked.cursors.length - 1;
  }

  reset(): void {
    this.#asked = start;
    this.#shown = start;
  }

  /** False where there is no such page. A second press on *Next* waits for the first to be answered. */
  turn(to: 'next' | 'previous'): boolean {
    const { cursors, next } = this.#asked;
    if (to === 'next' ? next === null : cursors.length < 2) return false;
    this.#asked = { cursors: to === 'next' ? [...cursors, next ?? undefined] : cursors.slice(0, -1), next: null };
    return true;
  }

  /** The page asked for is there. */
  arrive(next: string | null): void {
    this.#asked = { ...this.#asked, next };
    this.#shown = this.#asked;
  }

  /** It could not be had: what is shown is what counts. */
  retreat(): void {
    this.#asked = this.#shown;
  }
}
