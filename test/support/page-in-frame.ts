/**
 * A page that can be reloaded, or opened twice like two tabs: a frame of the same origin, with its own element.
 * Tests speak to it through a payer, as to any other.
 */
import type { AspirePayEventName } from '../../src/events.js';
import type { World } from './world.js';
import { Payer, until } from './payer.js';

export interface FrameOptions {
  /** What this page's browser does not have. */
  readonly lacks?: readonly ('storage' | 'locks')[];
  /** Events on which a listener of the page throws. */
  readonly throwsOn?: readonly AspirePayEventName[];
}

export class PageInFrame {
  readonly #frame: HTMLIFrameElement;
  #payer: Payer | undefined;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  static async open(world: World, payerId: string, { lacks = [], throwsOn = [] }: FrameOptions = {}): Promise<PageInFrame> {
    const frame = document.createElement('iframe');
    const query = new URLSearchParams({ endpoint: world.endpoint, token: world.tokenOf(payerId) });
    for (const name of lacks) query.append('lacks', name);
    for (const name of throwsOn) query.append('throwsOn', name);
    frame.width = '600';
    frame.height = '700';
    frame.title = 'A page';
    frame.src = `/test/support/frame.html?${query.toString()}`;
    document.body.append(frame);
    const page = new PageInFrame(frame);
    await page.#find();
    return page;
  }

  get payer(): Payer {
    if (!this.#payer) throw new Error('The page is not there yet');
    return this.#payer;
  }

  get window(): Window & typeof globalThis {
    const { contentWindow } = this.#frame;
    if (!contentWindow) throw new Error('The page is gone');
    return contentWindow as Window & typeof globalThis;
  }

  async #find(): Promise<void> {
    const element = await until(() => this.#frame.contentDocument?.querySelector('aspire-pay'), 'the element in the frame');
    this.#payer = new Payer(element);
    await until(() => element.shadowRoot, 'the drawn element in the frame');
  }

  /** As the browser's button does. */
  async reload(): Promise<void> {
    const before = this.#frame.contentDocument;
    this.#frame.contentWindow?.location.reload();
    await until(
      () => this.#frame.contentDocument !== before && this.#frame.contentDocument?.readyState === 'complete',
      'the reloaded page',
    );
    await this.#find();
  }

  close(): void {
    this.#frame.remove();
  }
}
