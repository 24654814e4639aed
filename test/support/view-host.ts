/**
 * A small element with the product's styles that draws one view and keeps what was sent.
 * Views are functions; this is the shadow root they need to be seen in.
 */
import { LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { styles } from '../../src/aspire-pay.styles.js';
import { createFormat } from '../../src/domain/format.js';
import { directionOf } from '../../src/domain/language.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { en, type Words } from '../../src/locales/en.js';
import type { ViewContext } from '../../src/views/context.js';
import { session } from './sample-contracts.js';
import type { Draw } from './draw.js';

@customElement('view-host')
export class ViewHost extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) draw: Draw | undefined;
  readonly sent: UserEvent[] = [];

  context: ViewContext = {
    words: en,
    format: createFormat('en-US'),
    direction: 'ltr',
    session,
    headingLevel: 2,
    send: (event) => this.sent.push(event),
  };

  /** Another language than English, from the next drawing on. */
  speak(words: Words, locale: string): void {
    this.context = { ...this.context, words, format: createFormat(locale), direction: directionOf(locale) };
    this.requestUpdate();
  }

  override render(): unknown {
    return this.draw?.(this.context) ?? nothing;
  }
}
