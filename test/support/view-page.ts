/** One state on screen, and what a test asks of it: its texts, its controls by name, its rows. Knows no state. */
import { fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { UserEvent } from '../../src/domain/user-events.js';
import type { ViewHost } from './view-host.js';
import './view-host.js';
import type { Draw } from './draw.js';

/** White space of every kind is one space, as a reader hears it. */
export const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

export class ViewPage {
  readonly host: ViewHost;
  readonly root: ShadowRoot;

  constructor(host: ViewHost) {
    if (!host.shadowRoot) throw new Error('Nothing is drawn');
    this.host = host;
    this.root = host.shadowRoot;
  }

  static async open(draw: Draw | undefined): Promise<ViewPage> {
    if (!draw) throw new Error('There is no such state');
    return new ViewPage(await fixture<ViewHost>(html`<view-host .draw=${draw}></view-host>`));
  }

  async redraw(draw: Draw | undefined): Promise<void> {
    this.host.draw = draw;
    await this.host.updateComplete;
  }

  get sent(): readonly UserEvent[] {
    return this.host.sent;
  }

  get text(): string {
    return plain(this.root.textContent);
  }

  get buttons(): readonly string[] {
    return this.all('button').map((button) => plain(button.textContent));
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  one(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing on screen is ${selector}`);
    return found;
  }

  button(name: string): HTMLElement {
    const found = this.all('button').find((button) => plain(button.textContent) === name);
    if (!found) throw new Error(`No button "${name}" among: ${this.buttons.join(' · ')}`);
    return found;
  }

  /** A field by its label, or by what labels it. */
  field(name: string): HTMLInputElement {
    const labelOf = (field: HTMLInputElement): string => {
      const labelledBy = field.getAttribute('aria-labelledby');
      return labelledBy === null ? plain(field.labels?.[0]?.textContent) : this.textOf(labelledBy);
    };
    const found = [...this.root.querySelectorAll<HTMLInputElement>('input, select')].find((field) => labelOf(field) === name);
    if (!found) throw new Error(`No field "${name}"`);
    return found;
  }

  /** The texts of some ids, in their order. */
  textOf(ids: string): string {
    const texts = ids.split(' ').map((id) => this.root.getElementById(id)?.textContent);
    return plain(texts.join(' '));
  }

  /** What describes a field, error first. */
  descriptionOf(field: HTMLElement): string {
    return this.textOf(field.getAttribute('aria-describedby') ?? '');
  }

  /** As a person presses: by the mouse, so that the click is trusted. */
  async press(element: HTMLElement): Promise<void> {
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)] });
    await this.host.updateComplete;
  }
}
