/** The line to the endpoint before anything is drawn: what a page does with its tag in that moment is noticed. */
import { expect } from '@open-wc/testing';
import { Payer, until } from '../support/payer.js';
import { watchStorage } from '../support/storage.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('the line to the endpoint, before anything is drawn', () => {
  let world: World;
  let payer: Payer;

  const open = (): void => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
  };

  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    expect(payer.element.shadowRoot?.querySelector('.root')).to.equal(null);
  };

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  it('is there again where the page takes the tag out and puts it back', async () => {
    open();
    await turns();
    payer.element.remove();
    await turns();
    document.body.append(payer.element);
    await payer.sees('EL-1001');
  });

  it('asks first, and looks at what the browser keeps while the answers are on their way', async () => {
    const done: string[] = [];
    const giveBack = watchStorage(() => done.push('storage'));
    try {
      open();
      let answer = (): void => undefined;
      const mayCome = new Promise<void>((resolve) => (answer = resolve));
      payer.element.transport = async (url, init) => {
        done.push('question');
        await mayCome;
        return fetch(url, init);
      };
      await until(() => done.includes('storage'), 'the look at the storage');
      expect(done.slice(0, 3)).to.deep.equal(['question', 'question', 'storage']);
      answer();
      await payer.sees('EL-1001');
    } finally {
      giveBack();
    }
  });

  it('is asked anew where the page gives its callback after the first answer', async () => {
    open();
    const { element } = payer;
    const { getToken } = element;
    let refused = 0;
    element.getToken = undefined;
    element.transport = () => {
      refused += 1;
      return Promise.resolve(new Response(null, { status: 401 }));
    };
    await turns();
    expect(refused).to.equal(2);
    element.transport = undefined;
    element.getToken = getToken;
    await payer.sees('EL-1001');
  });
});
