/** The endpoint says no: the key is voided before the payer is told that nothing was paid, and what to do is said. */
import { expect } from '@open-wc/testing';
import type { ErrorCode } from '../../src/domain/errors.js';
import { until } from '../support/payer.js';
import { calledOff, checking, Paying } from '../support/paying.js';
import { contracts } from '../support/world.js';

const problem = (name: string, status: number) =>
  ({
    kind: 'answer',
    status,
    contentType: 'application/problem+json',
    body: JSON.stringify({ type: `urn:aspire-pay:problem:${name}`, status }),
  }) as const;

const refused = { events: ['aspire-pay-submit', 'aspire-pay-refused'], posts: 1, payments: [], keys: ['voided'] } as const;

describe('a refusal', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 16: at a field is shown there, with the focus on the summary; the corrected payment has a key of its own', async () => {
    const { payer, world } = page;
    await world.changeLender({ limits: { max: 200_000 } });
    await page.press();
    await page.ends({ ...refused, screen: 'Pay contract EL-1001', reads: ['1 entry needs a correction', '$2,000.00'] });
    await until(() => payer.root.activeElement?.id === 'summary', 'the focus on the summary');
    expect(page.detail('aspire-pay-refused').code).to.equal('refused');
    await payer.choose('Past due');
    await payer.press('Review payment');
    await payer.authorize();
    await payer.sees('Payment accepted');
    const rows = await world.rows();
    expect(rows.payments.map(({ amount_value: value }) => value)).to.deep.equal([107_500]);
    expect(rows.payment_keys.map(({ state }) => state)).to.have.members(['voided', 'accepted']);
  });

  it('case 17: for a key that holds another body is a defect: never sent again, asked for, and called off', async () => {
    await page.befallPayments(problem('key-reused', 422));
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 1, delivered: 0, payments: [], keys: [] });
    expect(page.detail('aspire-pay-error').code).to.equal('key-reused');
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 1, delivered: 0 });
  });

  it('case 19: because the balance moved shows the new one, and pays it when asked again', async () => {
    const { payer, world } = page;
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await page.press();
    await page.ends({ ...refused, screen: 'The balance changed', reads: ['Nothing was paid.', '$2,050.00'] });
    expect(page.detail('aspire-pay-refused').code).to.equal('changed');
    await payer.press('Review payment of $2,050.00');
    const box = (await payer.find('field', 'I authorize this payment')) as HTMLInputElement;
    expect(box.checked).to.equal(false);
    await payer.authorize();
    await payer.sees('Payment accepted');
    expect((await world.rows()).payments.map(({ amount_value: value }) => value)).to.deep.equal([205_000]);
  });

  it('case 21: with payments switched off meanwhile says so, and nothing was paid', async () => {
    await page.world.changeLender({ features: { payments: false } });
    await page.press();
    await page.ends({ ...refused, screen: 'Payment refused', reads: ['Nothing was paid.'] });
    expect(page.detail('aspire-pay-refused').code).to.equal('payments-off');
  });

  it('case 21: to this payer says so, and nothing was paid', async () => {
    await page.befallPayments(problem('forbidden', 403));
    await page.press();
    await page.ends({
      ...refused,
      delivered: 0,
      screen: 'Payment refused',
      reads: ['Nothing was paid.', 'Your sign-in does not allow this.'],
    });
    expect(page.detail('aspire-pay-refused').code).to.equal('forbidden');
  });

  const defects: readonly [name: ErrorCode, status: number][] = [
    ['too-large', 413],
    ['unsupported-media-type', 415],
  ];
  for (const [name, status] of defects) {
    it(`case 23: ${status} is a refusal for the payer, and a defect for the integrator`, async () => {
      await page.befallPayments(problem(name, status));
      await page.press();
      await page.ends({
        ...refused,
        events: ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-refused'],
        delivered: 0,
        screen: 'Payment refused',
        reads: ['Nothing was paid.', 'The lender could not take this request.'],
      });
      expect(page.detail('aspire-pay-error').code).to.equal(name);
      expect(page.detail('aspire-pay-refused').code).to.equal(name);
    });
  }
});
