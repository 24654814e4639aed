/**
 * Nothing on the page moves while the element loads: the room is kept from before the data is there.
 * Only Chromium measures shifts; in the other engines the places themselves are compared.
 */
import { expect } from '@open-wc/testing';
import { pause, Payer, until } from '../support/payer.js';
import { releaseUntil } from '../support/release.js';
import { createWorld, payers, type World } from '../support/world.js';

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

const measures = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

const nextFrames = async (): Promise<void> => {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

for (const [who, payerId] of [
  ['four contracts', payers.baker],
  ['one contract', payers.guarantor],
  ['no contract', payers.newcomer],
] as const) {
  describe(`a page with ${who}`, () => {
    let world: World;
    let payer: Payer;
    let below: HTMLElement;

    beforeEach(async () => {
      world = await createWorld();
      await world.addFault({ path: '*', times: 2, effect: { kind: 'delay-before' } });
      payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payerId) });
      below = document.createElement('footer');
      below.textContent = 'The page goes on here';
      document.body.append(below);
    });

    afterEach(async () => {
      payer.leave();
      below.remove();
      await world.close();
    });

    it('moves nothing from empty to loaded', async () => {
      await payer.sees('Loading contracts…');
      await nextFrames();
      const shifts: Shift[] = [];
      const observer = measures
        ? new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput)))
        : undefined;
      observer?.observe({ type: 'layout-shift' });
      const header = payer.root.querySelector('[part="header"]')?.getBoundingClientRect();
      expect(below.getBoundingClientRect().top).to.be.at.least(window.innerHeight);
      await releaseUntil(world, () => payer.text.includes(payerId === payers.newcomer ? 'No open contracts' : 'Total open'));
      await nextFrames();
      await pause(200);
      observer?.disconnect();
      expect(shifts.reduce((sum, { value }) => sum + value, 0)).to.equal(0);
      expect(payer.root.querySelector('[part="header"]')?.getBoundingClientRect()).to.deep.equal(header);
      expect(below.getBoundingClientRect().top).to.be.at.least(window.innerHeight);
    });
  });
}

describe('the measuring of shifts', () => {
  it('notices something that does move, where the engine measures', async () => {
    if (!measures) return;
    const above = document.createElement('div');
    const moved = document.createElement('p');
    moved.textContent = 'A paragraph that is pushed down';
    document.body.append(above, moved);
    await nextFrames();
    const shifts: Shift[] = [];
    const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[])));
    observer.observe({ type: 'layout-shift' });
    const tall = document.createElement('div');
    tall.style.blockSize = '200px';
    above.append(tall);
    await until(() => shifts.length > 0, 'the shift');
    observer.disconnect();
    above.remove();
    moved.remove();
    expect(shifts.length).to.be.above(0);
  });
});
