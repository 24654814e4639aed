/** What a blind payer hears where paying takes another turn: a payment in flight already, a balance that moved, an answer that doesn't come. */
import { expect } from '@open-wc/testing';
import { payBefore } from '../support/paid-before.js';
import { PageClock } from '../support/page-clock.js';
import { Payer } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

describe('a blind payer who pays, and something comes between', () => {
  let world: World;
  let clock: PageClock;
  let payer: Payer;
  let reader: ScreenReader;

  beforeEach(async () => {
    world = await createWorld({ keepsAlive: false });
  });

  afterEach(async () => {
    await reader.stop();
    payer.leave();
    clock.stop();
    await world.close();
    localStorage.clear();
  });

  const open = async (): Promise<void> => {
    clock = new PageClock();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: 4 contracts loaded.');
  };

  const review = async (): Promise<void> => {
    await reader.press('Pay this contract', 'EL-1001');
    await payer.untilAccounts();
    await reader.press('Review payment');
    await reader.hears(
      'button, Pay this contract EL-1001',
      'heading, Pay contract EL-1001, level 2',
      'button, Review payment',
      'polite: Preparing the review.',
      'heading, Review payment, level 2',
    );
  };

  const authorize = async (): Promise<void> => {
    await reader.choose('I authorize this payment');
    await clock.skip(600);
    await reader.press('Authorize payment of $2,150.00');
    await reader.hears('checkbox, I authorize this payment', 'button, Authorize payment of $2,150.00', 'polite: Sending the payment.');
  };

  it('hears of a payment in flight before the form, what it comes to with another, and goes on all the same', async () => {
    await payBefore(world);
    await open();
    await reader.press('Pay this contract', 'EL-1001');
    await reader.hears('button, Pay this contract EL-1001', 'heading, A payment is already in flight, level 2');
    expect(await reader.readsBetween('heading, A payment is already in flight, level 2', 'button, Pay in addition')).to.deep.equal([
      'heading, A payment is already in flight, level 2',
      'Contract',
      'EL-1001',
      'has a payment under way. It is not yet taken off what is open.',
      'If you pay in addition, both are debited.',
      'region, In flight',
      'heading, In flight, level 3',
      'Wed, Nov 18, 2026',
      '$10.00',
      'Pending, made here',
      'Left to pay',
      '$3,215.00',
      'button, Back',
      'button, Pay in addition',
    ]);
    await reader.press('Pay in addition');
    await reader.hears('button, Pay in addition', 'heading, Pay contract EL-1001, level 2');
    expect(await reader.reads()).to.include('These amounts are what remains beside $10.00 in flight.');
  });

  it('hears that nothing was paid where the balance has moved, what it was and is, and reviews again', async () => {
    await open();
    await review();
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await authorize();
    await reader.hears('assertive: Nothing was paid.', 'heading, The balance changed, level 2');
    await payer.find('button', 'Review payment of $2,050.00');
    expect(await reader.readsBetween('heading, The balance changed, level 2', 'button, Done')).to.deep.equal([
      'heading, The balance changed, level 2',
      'Nothing was paid.',
      'Something was posted or paid here while you were reviewing. Look at the new balance and review again.',
      'region, Payment',
      'heading, Payment, level 3',
      'Due now',
      '$2,050.00',
      'table, Balance of contract EL-1001, before and now',
      'caption, Balance of contract EL-1001, before and now',
      'columnheader, Balance',
      'columnheader, Before',
      'columnheader, Now',
      'rowheader, Past due',
      'cell, $1,075.00',
      'cell, $975.00',
      'rowheader, Due now',
      'cell, $2,150.00',
      'cell, $2,050.00',
      'rowheader, Total open',
      'cell, $3,225.00',
      'cell, $3,125.00',
      'button, Review payment of $2,050.00',
      'button, Change payment',
      'button, Done',
    ]);
    await reader.press('Review payment of $2,050.00');
    await reader.hears(
      'button, Review payment of $2,050.00',
      'polite: Preparing the review.',
      'heading, Pay contract EL-1001, level 2',
      'heading, Review payment, level 2',
    );
  });

  it('hears first of all not to pay again where no answer comes, then what is known, and at last that it is accepted', async () => {
    await open();
    await review();
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'drop-after' } });
    await world.addFault({ path: '/payments*', times: 999, effect: { kind: 'drop-before' } });
    await authorize();
    await clock.passUntil(() => payer.heading === 'We are checking this payment', 'Checking', 60_000);
    await reader.hears('assertive: Do not pay again.', 'heading, We are checking this payment, level 2');
    const heading = 'heading, We are checking this payment, level 2';
    const [, when, closable, ...first] = await reader.readsBetween(heading, 'region, Payment');
    expect(when).to.match(/^Your request of .* was sent, but the answer has not reached us.$/);
    expect(closable).to.equal('You can close this page: we ask again when you come back in this browser.');
    expect(first).to.deep.equal([
      'Do not pay again.',
      'Your request counts at most once. You will not be debited twice for it.',
      'region, Payment',
    ]);
    const last = await reader.readsBetween('As soon as we know', 'button, Back');
    expect(last.map((phrase) => phrase.replace(/[\dA-F]{4}-[\dA-F]{4}/, '7F3C-2041'))).to.deep.equal([
      'As soon as we know',
      'This page shows that the payment was accepted, or that nothing was paid.',
      'Until then',
      'This contract can’t be paid again here.',
      'If it stays like this',
      'Contact',
      'Harbor Equipment Finance',
      ':',
      'link, 555 0100',
      'link, help@harbor.example',
      'Give them this request number: 7F3C-2041.',
      'button, Back',
    ]);
    // Asked in vain: nothing is said of it, and the time of it is read.
    await clock.passUntil(() => payer.text.includes('We keep asking automatically. Last asked at'), 'a question in vain', 20_000);
    await world.clearFaults();
    await clock.passUntil(() => payer.heading === 'Payment accepted', 'the answer', 60_000);
    await reader.hears('heading, Payment accepted, level 2');
  });
});
