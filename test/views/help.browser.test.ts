/** How to reach the lender: in the same form and order wherever it stands, and in every state in which the payer may need it. */
import { expect } from '@open-wc/testing';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const help = [
  'Contact Northline Equipment Finance:',
  'tel:18005550142',
  'mailto:service@northline.example',
  'https://northline.example/help',
].join(' ');

/** What didn't work, or isn't known yet, once it is known who the lender is. */
const inNeed = /^(refused|checking|accounts failed|payments failed|receipt failed|pay all, not looked up|contracts payments off)/;

const told = (line: HTMLElement): string =>
  [plain(line.querySelector('span')?.textContent), ...[...line.querySelectorAll('a')].map((link) => link.getAttribute('href'))].join(' ');

it('help is there once, below the heading and in one form, in every state that went wrong or is still checked', async function () {
  this.timeout(60_000);
  const page = await ViewPage.open(states['contracts']);
  const found: string[] = [];
  const without: string[] = [];
  for (const [name, draw] of Object.entries(states)) {
    await page.redraw(draw);
    const [line, ...more] = page.all('p:has(> [href^="tel:"])');
    if (!line) without.push(name);
    else if (more.length > 0 || told(line) !== help) found.push(`${name}: ${told(line)}`);
    else if (!(page.one('#view').compareDocumentPosition(line) & Node.DOCUMENT_POSITION_FOLLOWING))
      found.push(`${name}: above the heading`);
  }
  expect(found).to.deep.equal([]);
  expect(without.filter((name) => inNeed.test(name))).to.deep.equal([]);
  expect(Object.keys(states).filter((name) => inNeed.test(name)).length).to.be.above(20);
});
