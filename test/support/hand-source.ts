/** A bank source answered by the test's own hand: each question waits until the test says what came of it. */
import type { BankSource, BankSourceAnswer, BankSourceRequest } from '../../src/client/bank-source.js';

export interface Question {
  readonly request: BankSourceRequest;
  readonly signal: AbortSignal;
  readonly answer: (answer: BankSourceAnswer) => void;
  readonly fail: () => void;
}

export class HandSource implements BankSource {
  readonly questions: Question[] = [];
  /** What happened to the slot, in order. */
  readonly slot: ('mounted' | 'unmounted')[] = [];
  readonly deadlineMs = 60_000;
  #edited = (): void => undefined;

  /** The last question asked. */
  get last(): Question {
    const last = this.questions.at(-1);
    if (!last) throw new Error('The source was not asked.');
    return last;
  }

  collect(request: BankSourceRequest, signal: AbortSignal): Promise<BankSourceAnswer> {
    return new Promise((resolve, reject) => {
      this.questions.push({ request, signal, answer: resolve, fail: () => reject(new Error('down')) });
    });
  }

  mount(edited: () => void): () => void {
    this.#edited = edited;
    this.slot.push('mounted');
    return () => this.slot.push('unmounted');
  }

  edit(): void {
    this.#edited();
  }
}
