/** The list of records grows at the top under somebody who reads it: nothing they opened closes, nothing they hold loses the focus. */
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RecordDetail, RecordRow } from '../../../demo/back-office/records.js';
import { listenForOpening, showRows } from '../../../demo/back-office/record-rows.js';

const makeRecord = (id: string, status = 'pending'): RecordRow => ({
  id,
  reference: `AP-${id}`,
  contractNumber: '100-0048213-002',
  payerName: 'Halvorsen Brothers Excavating & Site Development, LLC',
  amount: '$24,630.30',
  dueDate: '2026-11-24',
  secCode: 'CCD',
  accountReference: 'acct-halvorsen-checking',
  accountLast4: '4417',
  payments: 1,
  paymentsProcessed: 0,
  status,
  createdAt: '2026-11-23T16:00:00.000Z',
});

const makeDetail = (id: string): RecordDetail => ({
  ...makeRecord(id),
  paymentId: 'pay_1',
  paymentDate: '2026-11-24',
  expectedDebitDate: '2026-11-25',
  authorization: {
    text: '<b>I authorize</b>',
    sha256: 'ab'.repeat(32),
    locale: 'en-US',
    acceptedAt: '2026-11-23T15:59:58.000Z',
    authorizedAt: '2026-11-23T16:00:00.000Z',
  },
  person: { name: 'Dana Halvorsen', email: 'payables@halvorsen-excavating.example' },
  reason: '',
  returns: [],
});

describe('the rows of the records’ table', () => {
  const realFetch = window.fetch.bind(window);
  let body: HTMLTableSectionElement;

  beforeEach(async () => {
    window.fetch = (input) => {
      const id = (typeof input === 'string' ? input : '').split('/').at(-1) ?? '';
      return Promise.resolve(id === 'missing' ? new Response('', { status: 404 }) : Response.json(makeDetail(id)));
    };
    const table = await fixture<HTMLTableElement>(html`
      <table role="table">
        <tbody role="rowgroup"></tbody>
      </table>
    `);
    const [section] = table.tBodies;
    if (!section) throw new Error('The table has no body.');
    body = section;
    listenForOpening(body);
  });
  afterEach(() => {
    window.fetch = realFetch;
  });

  const show = (...records: RecordRow[]): string[] => showRows(body, records, { isSameList: true });
  const listReferences = (): (string | null)[] => [...body.querySelectorAll('.open-record')].map((button) => button.textContent);
  const findButton = (id: string): HTMLButtonElement => {
    const button = body.querySelector<HTMLButtonElement>(`[data-record="${id}"] .open-record`);
    if (!button) throw new Error(`There is no record ${id}.`);
    return button;
  };
  const findDetail = (): Element | null => body.querySelector('.detail');

  it('shows every field of a record, in the order of the columns', () => {
    show(makeRecord('1'));
    const labels = [...(body.rows[0]?.cells ?? [])].map((cell) => cell.dataset['label']);
    expect(labels).to.deep.equal([
      'Reference',
      'Contract',
      'Payer',
      'Amount',
      'Due date',
      'SEC code',
      'Account reference',
      'Payments',
      'Payments processed',
      'Status',
      'Created',
    ]);
    expect(body.rows[0]?.textContent).to.contain('ending in 4417').and.to.contain('Pending');
  });

  it('puts new records at the top and names them', () => {
    show(makeRecord('1'));
    expect(show(makeRecord('3'), makeRecord('2'), makeRecord('1'))).to.deep.equal(['AP-3', 'AP-2']);
    expect(listReferences()).to.deep.equal(['AP-3', 'AP-2', 'AP-1']);
    expect(show(makeRecord('3'), makeRecord('2'), makeRecord('1'))).to.deep.equal([]);
  });

  it('doesn’t call older records new when more are asked for', () => {
    show(makeRecord('3'));
    expect(show(makeRecord('3'), makeRecord('2'))).to.deep.equal([]);
    expect(listReferences()).to.deep.equal(['AP-3', 'AP-2']);
  });

  it('drops what the filter leaves out, an opened detail with it', async () => {
    show(makeRecord('2'), makeRecord('1'));
    findButton('2').click();
    await waitUntil(findDetail);
    show(makeRecord('1'));
    expect(listReferences()).to.deep.equal(['AP-1']);
    expect(findDetail()).to.equal(null);
  });

  it('opens by keyboard, shows the authorization as text, and stays open with the focus on it while records arrive', async () => {
    show(makeRecord('1'));
    findButton('1').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(findDetail);
    expect(findDetail()?.textContent).to.contain('<b>I authorize</b>').and.to.contain('ab'.repeat(32)).and.to.contain('en-US');
    show(makeRecord('2'), makeRecord('1', 'scheduled'));
    expect(document.activeElement).to.equal(findButton('1'));
    expect(findButton('1').getAttribute('aria-expanded')).to.equal('true');
    expect(findDetail()?.previousElementSibling?.textContent).to.contain('AP-1').and.to.contain('Scheduled');
    await sendKeys({ press: 'Enter' });
    expect(findDetail()).to.equal(null);
    expect(findButton('1').getAttribute('aria-expanded')).to.equal('false');
  });

  it('opens one detail, however often the button is pressed while it loads', async () => {
    show(makeRecord('1'));
    findButton('1').click();
    findButton('1').click();
    findButton('1').click();
    await waitUntil(findDetail);
    await aTimeout(50);
    expect(body.querySelectorAll('.detail')).to.have.length(1);
  });

  it('says so when a record can’t be read', async () => {
    show(makeRecord('missing'));
    findButton('missing').click();
    await waitUntil(findDetail);
    expect(findDetail()?.textContent).to.contain('could not be read');
  });

  it('is accessible with a detail open', async () => {
    show(makeRecord('2'), makeRecord('1'));
    findButton('2').click();
    await waitUntil(findDetail);
    await expect(body.closest('table')).to.be.accessible();
  });
});
