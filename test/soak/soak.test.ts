/** A share of the soak, and proof that it finds what it looks for. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSite, type Site } from './site.js';
import { findLeaks, runSoak } from './soak.js';
import { openVisitor, type Visitor } from './visitor.js';

describe('an element that is mounted, paid with and removed, again and again', () => {
  let site: Site;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());
  beforeEach(async () => {
    visitor = await openVisitor(site.url);
  }, 120_000);
  afterEach(() => visitor.close());

  it('leaves nothing: no listener, no node, no heap to speak of, nothing stored', async () => {
    const figures = await runSoak({ site, visitor, cycles: 60 });
    expect(figures.payments).toBe(60);
    expect(findLeaks(figures)).toEqual([]);
  }, 300_000);

  it('would leave its nodes and listeners on a page that holds on to it', async () => {
    await visitor.read(`void (() => {
      const { leave } = soak;
      window.kept = [];
      soak.leave = () => (kept.push(soak.element), leave());
    })()`);
    const leaks = findLeaks(await runSoak({ site, visitor, cycles: 5 }));
    expect(leaks).toEqual([expect.stringMatching(/listeners are left/), expect.stringMatching(/nodes are left/)]);
  }, 300_000);
});
