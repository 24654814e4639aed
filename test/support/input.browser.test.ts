/**
 * The tests' own hands: keys and mouse reach an element as trusted input, and decorated Lit classes work, in every engine.
 * Must not know the product.
 */
import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { pressTogether } from './keyboard.js';

@customElement('test-counter')
class TestCounter extends LitElement {
  @property({ type: Number }) count = 0;
  @query('button') declare readonly button: HTMLButtonElement;
  @query('input') declare readonly input: HTMLInputElement;
  readonly trusted: boolean[] = [];

  #press = (event: Event): void => {
    this.trusted.push(event.isTrusted);
    this.count += 1;
  };

  override render() {
    return html`<label>Amount <input /></label><button type="button" @click=${this.#press}>Pressed ${this.count} times</button>`;
  }
}

const middleOf = (element: Element): [number, number] => {
  const box = element.getBoundingClientRect();
  return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
};

describe('the hands of the tests', () => {
  let counter: TestCounter;

  beforeEach(async () => {
    counter = await fixture<TestCounter>(html`<test-counter></test-counter>`);
  });

  it('click with the mouse, as a person does', async () => {
    await sendMouse({ type: 'click', position: middleOf(counter.button) });
    await counter.updateComplete;
    expect(counter.trusted).to.deep.equal([true]);
    expect(counter.button.textContent).to.equal('Pressed 1 times');
  });

  it('press Enter on the focused button, as a person does', async () => {
    counter.button.focus();
    await sendKeys({ press: 'Enter' });
    await counter.updateComplete;
    expect(counter.trusted).to.deep.equal([true]);
  });

  it('type into a field and go on by Tab', async () => {
    counter.input.focus();
    await sendKeys({ type: '1,075.00' });
    expect(counter.input.value).to.equal('1,075.00');
    await sendKeys({ press: 'Tab' });
    expect(counter.shadowRoot?.activeElement).to.equal(counter.button);
  });

  it('go back by Shift and Tab', async () => {
    counter.button.focus();
    await pressTogether('Shift', 'Tab');
    expect(counter.shadowRoot?.activeElement).to.equal(counter.input);
  });

  it('find nothing to object to in an accessible element', async () => {
    await expect(counter).to.be.accessible();
  });
});
