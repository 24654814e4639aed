/**
 * A site's page with something above and below the tag, in a frame of a given width, that writes down whatever moves on it from before
 * the browser knows the tag. Must not know what is expected of it.
 */
import { inPage, OwnPage, strictest } from './own-page.js';
import { pause, Payer, until } from './payer.js';
import { releaseUntil } from './release.js';
import type { World } from './world.js';

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly previousRect: DOMRectReadOnly; readonly currentRect: DOMRectReadOnly }[];
}

interface Watching extends Window {
  readonly shifts: readonly Shift[];
  readonly define: () => Promise<unknown>;
}

/** Only Chromium does. */
export const measures = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

/** As the README has it: room for a tag that is not known yet. */
const style = `<style nonce="test">
  body { margin: 0; font: 16px/1.5 sans-serif }
  header, footer { padding: 16px }
  aspire-pay:not(:defined) { display: block; min-block-size: 100vh }
  aspire-pay { margin-inline: 16px }
</style>`;

const watch = inPage(`
  window.shifts = [];
  if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });
  window.define = () => import('/src/define.ts');
`);

/** The seconds for which words are waited for never end here, however busy the machine is. */
const patience = inPage(`
  const set = window.setTimeout.bind(window);
  window.setTimeout = (ring, ms, ...values) => (ms === 3000 ? 0 : set(ring, ms, ...values));
`);

const policy = (): string => strictest({ 'style-src': "'nonce-test'", 'img-src': location.origin });

/** A file of this project that comes when it is let go. */
export class LateFile {
  readonly #path: string;
  readonly #key = crypto.randomUUID();

  constructor(path: string) {
    this.#path = path;
  }

  /** The page asks for this one in its place. */
  get address(): string {
    return new URL(`/__late?${new URLSearchParams({ to: this.#path, key: this.#key }).toString()}`, location.origin).href;
  }

  get inPlace(): Readonly<Record<string, string>> {
    return { [this.#path]: this.address };
  }

  async letGo(): Promise<void> {
    await fetch(`/__late/go?key=${this.#key}`);
  }
}

export interface ShiftPageOptions {
  readonly world: World;
  readonly payerId: string;
  readonly width: number;
  readonly locale?: string;
  readonly view?: string;
  /** The words, where they are to be late. */
  readonly words?: LateFile;
  /** What stands between the tags. */
  readonly inside?: string;
}

const htmlOf = ({ world, locale = 'en-US', view = 'contracts', words, inside = '' }: ShiftPageOptions): string => `
  ${words ? `<script type="importmap" nonce="test">${JSON.stringify({ imports: words.inPlace })}</script>${patience}` : ''}
  ${style}${watch}
  <header>My account</header>
  <aspire-pay endpoint="${world.endpoint}" lang="${locale}" view="${view}">${inside}</aspire-pay>
  <footer>The page goes on here</footer>`;

const textOf = (rect: DOMRectReadOnly): string => [rect.x, rect.y, rect.width, rect.height].map(Math.round).join(' ');

export class ShiftPage {
  readonly #page: OwnPage;
  readonly #world: World;
  readonly payer: Payer;

  private constructor(page: OwnPage, world: World, payer: Payer) {
    this.#page = page;
    this.#world = world;
    this.payer = payer;
  }

  /** Drawn, with a tag that nobody knows yet; what it will ask of the endpoint is held back. */
  static async open(options: ShiftPageOptions): Promise<ShiftPage> {
    const { world, payerId, width } = options;
    await world.addFault({ path: '*', times: 2, effect: { kind: 'delay-before' } });
    const page = await OwnPage.open(policy(), htmlOf(options), { width, height: 800 });
    const element = page.window.document.querySelector('aspire-pay');
    if (!element) throw new Error('There is no tag on the page');
    element.getToken = () => Promise.resolve(world.tokenOf(payerId));
    const opened = new ShiftPage(page, world, new Payer(element));
    await opened.frames();
    return opened;
  }

  get #watching(): Watching {
    return this.#page.window as unknown as Watching;
  }

  get window(): Window & typeof globalThis {
    return this.#page.window;
  }

  /** What moved, each from where to where, for whoever reads a failure. */
  get moves(): string[] {
    return this.#watching.shifts.map(({ value, sources }) => {
      const places = sources.map(({ previousRect, currentRect }) => `${textOf(previousRect)} → ${textOf(currentRect)}`);
      return `${value}: ${places.join(', ')}`;
    });
  }

  /** The element's own root, once it is drawn. */
  get root(): HTMLElement | undefined {
    return this.payer.element.shadowRoot?.querySelector<HTMLElement>('.root') ?? undefined;
  }

  /** Whether the shape of the list can be seen. */
  get showsShape(): boolean {
    const shape = this.root?.querySelector('.breathe');
    return shape !== null && shape !== undefined && getComputedStyle(shape).visibility === 'visible';
  }

  topOf(tag: 'header' | 'aspire-pay' | 'footer'): number {
    return this.window.document.querySelector(tag)?.getBoundingClientRect().top ?? Number.NaN;
  }

  async frames(): Promise<void> {
    for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => this.window.requestAnimationFrame(resolve));
  }

  /** From the tag that nobody knows to the shape of the list. */
  async define(): Promise<void> {
    await this.#watching.define();
    await until(() => this.showsShape, 'the shape of the list');
    await this.frames();
  }

  /** Lets go what was held back; resolves when the list has been read, seen or not. */
  async answer(): Promise<void> {
    await releaseUntil(this.#world, () => this.payer.eventsNamed('aspire-pay-ready').length > 0);
    await this.settle();
  }

  /** Time for what was drawn to be measured. */
  async settle(): Promise<void> {
    await this.frames();
    await pause(100);
    await this.frames();
  }

  close(): void {
    this.#page.close();
  }
}
