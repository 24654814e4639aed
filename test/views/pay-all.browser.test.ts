/** Paying everything at once, as a payer reads and operates it: a line a contract, by mouse and keyboard. */
import { expect } from '@open-wc/testing';
import { excavators, trailers, ultrasound } from '../support/sample-contracts.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const rows = (page: ViewPage): string[] => page.all('tbody tr').map((row) => plain(row.textContent));

describe('the form of everything', () => {
  it('has a line a contract, its amount named after both, and what all of it comes to', async () => {
    const page = await ViewPage.open(states['pay all']);
    expect(plain(page.one('#view').textContent)).to.equal('Pay all open charges');
    const select = page.field(`Amount ${excavators.number}`);
    expect(plain((select as unknown as HTMLSelectElement).selectedOptions[0]?.textContent)).to.equal('Total open: $33,978.30');
    expect(plain(page.one('tfoot').textContent)).to.equal('Total for 2 contracts $42,117.47');
    expect(page.text).to.contain('Contracts in CAD are paid separately.');
  });

  it('shows no invoice: contracts are paid', async () => {
    const page = await ViewPage.open(states['pay all']);
    for (const { number } of excavators.invoices.items) expect(page.text).not.to.contain(number);
  });

  it('chooses an amount for one contract', async () => {
    const page = await ViewPage.open(states['pay all']);
    const select = page.field(`Amount ${ultrasound.number}`) as unknown as HTMLSelectElement;
    select.value = 'other';
    select.dispatchEvent(new Event('change'));
    expect(page.sent).to.deep.equal([{ type: 'amountChosen', contractId: ultrasound.id, choice: 'other' }]);
  });

  it('types another amount, told the bounds and whose it is', async () => {
    const page = await ViewPage.open(states['pay all, other amount']);
    const field = page.field(`Other amount ${ultrasound.number}`);
    expect(field.value).to.equal('1,000.00');
    expect(page.descriptionOf(field)).to.equal('From $1.00 to $8,139.17');
    field.focus();
    field.blur();
    expect(page.sent).to.deep.equal([{ type: 'fieldLeft', field: 'otherAmount', contractId: ultrasound.id }]);
  });

  it('takes a contract out, and puts one in whose payment is in flight only by that name', async () => {
    const page = await ViewPage.open(states['pay all']);
    page.button(`Remove ${excavators.number}`).click();
    page.button(`Pay in addition ${trailers.number}`).click();
    expect(page.sent).to.deep.equal([
      { type: 'lineRemoved', contractId: excavators.id },
      { type: 'lineAdded', contractId: trailers.id },
    ]);
  });

  it('leads from each correction to the field of its contract', async () => {
    const page = await ViewPage.open(states['pay all, corrections']);
    const links = page.all('#summary a') as HTMLAnchorElement[];
    expect(links.map((link) => plain(link.textContent))).to.deep.equal([
      `Amount, contract ${ultrasound.number}: Only $8,139.17 is left to pay. Enter that or less.`,
      `Amount, contract ${excavators.number}: This contract takes no payment today.`,
    ]);
    links[0]?.click();
    expect(page.root.activeElement).to.equal(page.field(`Other amount ${ultrasound.number}`));
    links[1]?.click();
    expect(page.root.activeElement).to.equal(page.field(`Amount ${excavators.number}`));
  });

  it('says that the lender takes no more at once', async () => {
    const page = await ViewPage.open(states['pay all, capped']);
    expect(page.text).to.contain('At most 50 contracts can be paid at once.');
  });
});

describe('the review of everything', () => {
  it('has a line a contract with its amount, and one sum to authorize', async () => {
    const page = await ViewPage.open(states['pay all, review']);
    expect(
      rows(page)
        .slice(0, 2)
        .map((row) => /\$[\d,.]+$/.exec(row)?.[0]),
    ).to.deep.equal(['$33,978.30', '$1,000.00']);
    expect(page.buttons).to.deep.equal(['Authorize payment of $37,478.30', 'Back']);
    expect(page.text).to.contain(`A payment is already in flight. Contract ${trailers.number}`);
  });
});

describe('a change', () => {
  it('shows which contracts moved, and what all of it comes to now', async () => {
    const page = await ViewPage.open(states['pay all, changed']);
    expect(rows(page)).to.deep.equal([`${excavators.number} $33,978.30 $24,138.30`]);
    expect(page.buttons[0]).to.equal('Review payment of $32,277.47');
  });
});
