/**
 * Somebody who waits for the mails of a world, one after the other. Must not know what they are for.
 */
import { until } from './payer.js';
import type { World } from './world.js';
import type { SentMail } from './worlds/protocol.js';

export class MailReader {
  readonly #world: World;
  #read = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** The next mail, which follows its answer. */
  async next(): Promise<SentMail> {
    this.#read += 1;
    return until(async () => {
      const mails = await this.#world.mails();
      return mails.length >= this.#read && mails[0];
    }, `mail ${this.#read}`);
  }

  /** The code in the next mail. */
  async code(): Promise<string> {
    const code = /\b\d{6}\b/.exec((await this.next()).text)?.[0];
    if (code === undefined) throw new Error('The newest mail holds no code');
    return code;
  }
}
