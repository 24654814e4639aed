/** Answers that are wrong, unknown or meant to harm: amounts that are none, currencies and words nobody knows, markup, members of every object. */
import { expect } from '@open-wc/testing';
import { acceptedOnce, expectEnd } from '../support/end.js';
import { Payer } from '../support/payer.js';
import { editing, raw, rewriting } from '../support/rewriting.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

interface SeenContract {
  id: string;
  number: string;
  description: string;
  status: string;
  currency: string;
  totals: Record<'pastDue' | 'due' | 'open', { value: unknown; currency: string }>;
  inFlight: { status: string }[];
  invoices: { items: { number: string; status: string; documentUrl?: string; charges: { type: string; description: string }[] }[] };
}

describe('an answer that is wrong or hostile', () => {
  let world: World;
  let payer: Payer;

  const openAt = (rewrite?: ReturnType<typeof editing>, path = /\/contracts$/): void => {
    payer = new Payer(document.createElement('aspire-pay'));
    const { element } = payer;
    if (rewrite) element.transport = rewriting(path, rewrite);
    element.getToken = () => Promise.resolve(world.tokenOf(payers.baker));
    element.setAttribute('endpoint', world.endpoint);
    element.setAttribute('lang', 'en-US');
    document.body.append(element);
  };

  /** Opens with one contract changed. */
  const openWith = (id: string, edit: (contract: SeenContract) => void, piece?: string): void =>
    openAt(
      editing(({ items }) => {
        for (const contract of items as SeenContract[]) if (contract.id === id) edit(contract);
      }, piece),
    );

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  /** The part of the screen that belongs to one contract. */
  const section = (number: string): HTMLElement | undefined =>
    [...payer.root.querySelectorAll('section')].find((one) => one.textContent.includes(number));

  const amounts = ['1e400', '9007199254740993', '-9007199254740993', '1.005', '"12"', 'null', 'true', '[]', '{}'];
  for (const amount of amounts) {
    it(`case 43: an amount of ${amount} from the endpoint makes its contract a named line, and no other`, async () => {
      openWith(contracts.upcoming, ({ totals }) => (totals.open.value = raw), amount);
      await payer.sees('This contract could not be loaded.');
      expect(section('EL-1002')?.textContent).to.contain('can’t be paid here now');
      expect(payer.has('button', 'Pay this contract')).to.equal(true);
      expect(payer.text).not.to.match(/NaN|Infinity|undefined|\[object/);
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
    }).timeout(40_000);
  }

  for (const amount of ['-64000', '0', '-0']) {
    it(`case 43: an open amount of ${amount} is shown and can’t be paid`, async () => {
      openWith(contracts.upcoming, ({ totals }) => (totals.open.value = raw), amount);
      await payer.sees('EL-1002');
      expect(section('EL-1002')?.textContent).to.contain(amount === '-64000' ? '-$640.00' : '$0.00');
      expect(section('EL-1002')?.textContent).not.to.contain('-$0.00');
      expect([...(section('EL-1002')?.querySelectorAll('button') ?? [])].map(({ textContent }) => textContent.trim())).to.deep.equal([]);
    });
  }

  for (const typed of ['-12', '0', '-0', '1e400', '9007199254740993', '1.005', '"12"', 'null']) {
    it(`case 43: a typed amount of ${typed} is refused at its field, and nothing is sent`, async () => {
      openAt();
      await payer.press('Pay this contract', 'EL-1001');
      await payer.choose('Other amount');
      await payer.type('Amount', typed);
      await payer.untilAccounts();
      await payer.press('Review payment');
      await expectEnd(world, payer, { screen: /need[s]? a correction/, events: [], posts: 0, payments: [] });
      expect(await world.log('POST')).to.deep.equal([]);
    });
  }

  it('case 45: words nobody knows get a neutral label, and stop no payment', async () => {
    const words = ['teleported', 'constructor', '__proto__', 'toString'];
    const word = (): string => words[Math.floor(words.length / 2)] ?? '';
    openAt(
      editing(({ items }) => {
        (items as SeenContract[]).forEach((contract, index) => {
          const unknown = words[index % words.length] ?? word();
          contract.status = unknown;
          for (const payment of contract.inFlight) payment.status = unknown;
          for (const invoice of contract.invoices.items) {
            invoice.status = unknown;
            for (const charge of invoice.charges) Object.assign(charge, { type: unknown, description: '' });
          }
        });
      }),
    );
    await payer.sees('EL-1001');
    expect(payer.text).to.contain('Charge').and.to.contain('Being processed');
    for (const unknown of [...words, 'undefined', 'function', '[object']) expect(payer.text).not.to.contain(unknown);
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
  }).timeout(40_000);

  it('case 45: a status nobody knows on the payment itself is shown as being processed', async () => {
    openAt(
      editing((answer) => {
        for (const payment of (answer['payments'] ?? []) as { status: string }[]) payment.status = 'teleported';
      }),
      /\/payments$/,
    );
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
    expect(payer.text).to.contain('Being processed').and.not.to.contain('teleported');
  }).timeout(40_000);

  const markup = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
  const hostile: readonly [what: string, text: string][] = [
    ['markup', markup],
    ['a right-to-left override', '\u202e000,1$ :euD\u202c'],
    ['an unclosed override and isolates', '\u202e\u2066\u2067\u202a'],
    ['NUL and other controls', 'a\u0000b\u0007c\u001b[31md'],
    ['half a surrogate pair', `\ud83d${'x'.repeat(10)}\udc00`],
    ['close to a megabyte', 'W'.repeat(700_000)],
    ['a script’s address', 'javascript:window.harmed=1'],
  ];
  for (const [what, text] of hostile) {
    it(`case 47: ${what} in a name is text, isolated and clipped, and pays as any other`, async () => {
      const edit = (contract: SeenContract): void => {
        contract.description = text;
        for (const invoice of contract.invoices.items.slice(0, 1)) {
          Object.assign(invoice, { number: text.slice(0, 1_000), documentUrl: 'javascript:window.harmed=1' });
          for (const charge of invoice.charges) Object.assign(charge, { type: 'other', description: text.slice(0, 1_000) });
        }
      };
      openWith(contracts.pastDue, edit);
      await payer.sees('EL-1001');
      const shown = section('EL-1001');
      expect(shown?.textContent.length).to.be.lessThan(8_000);
      expect(payer.root.querySelectorAll('img, script, iframe, a[href^="javascript:"]')).to.have.length(0);
      const isolated = [...(shown?.querySelectorAll('bdi') ?? [])].map(({ textContent }) => textContent);
      expect(isolated.some((one) => one.startsWith(text.slice(0, 5)))).to.equal(true);
      // However wide a word is, it does not push the page apart.
      expect(payer.element.scrollWidth).to.be.at.most(payer.element.clientWidth + 1);
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
      expect(Reflect.get(window, 'harmed')).to.equal(undefined);
    }).timeout(40_000);
  }

  it('case 47: only https leads out of the page', async () => {
    const links = ['https://docs.example/1', 'http://docs.example/2', 'javascript:alert(1)', 'data:text/html,x', '//docs.example/3', '/4'];
    openWith(contracts.pastDue, ({ invoices }) => {
      const [first] = invoices.items;
      if (first) invoices.items = links.map((documentUrl, index) => ({ ...first, id: `inv-${index}`, documentUrl }));
    });
    await payer.sees('EL-1001');
    const found = [...payer.root.querySelectorAll<HTMLAnchorElement>('table a')];
    expect(found.map(({ href }) => href)).to.deep.equal(['https://docs.example/1']);
    expect(found[0]?.rel).to.contain('noopener').and.to.contain('noreferrer');
  });

  it('case 48: members of every object among the keys pollute nothing, in any answer', async () => {
    const members = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},';
    openAt((text) => text.replace(/\{(?=")/g, `{${members}`), /./);
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
    expect(Reflect.get(Object, 'polluted')).to.equal(undefined);
    expect(JSON.stringify(payer.events)).not.to.contain('polluted');
  }).timeout(40_000);
});
