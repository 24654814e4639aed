/** The panel shows integrators each event of the element once, as text. */
import { expect, fixture, html } from '@open-wc/testing';
import { logEvents } from '../../../demo/site/event-log.js';

describe('the panel of the element’s events', () => {
  let element: HTMLElement;
  let list: HTMLOListElement;
  let count: HTMLElement;

  beforeEach(async () => {
    element = await fixture<HTMLElement>(html`<div></div>`);
    list = await fixture<HTMLOListElement>(html`<ol></ol>`);
    count = await fixture<HTMLElement>(html`<span>no events yet</span>`);
    logEvents(element, list, count);
  });

  const fire = (name: string, detail?: unknown): boolean => element.dispatchEvent(new CustomEvent(name, { detail, cancelable: true }));

  it('lists the newest first, with what each carried', () => {
    fire('aspire-pay-ready', { payerId: 'p1' });
    fire('aspire-pay-submitted', { state: 'accepted' });
    expect([...list.children].map((row) => row.querySelector('.name')?.textContent)).to.deep.equal([
      'aspire-pay-submitted',
      'aspire-pay-ready',
    ]);
    expect(list.lastElementChild?.textContent).to.contain('{"payerId":"p1"}');
    expect(count.textContent).to.equal('2 events');
  });

  it('stops nothing: a cancelable event goes through', () => {
    expect(fire('aspire-pay-submit', {})).to.equal(true);
    expect(count.textContent).to.equal('1 event');
  });

  it('shows hostile text as text', () => {
    fire('aspire-pay-error', { message: '<img src=x onerror=alert(1)>' });
    expect(list.querySelector('img')).to.equal(null);
    expect(list.textContent).to.contain('<img src=x');
  });

  it('keeps a hundred rows and counts on', () => {
    for (let time = 0; time < 130; time += 1) fire('aspire-pay-view-change', { time });
    expect(list.children).to.have.length(100);
    expect(list.firstElementChild?.textContent).to.contain('129');
    expect(count.textContent).to.equal('130 events');
  });
});
