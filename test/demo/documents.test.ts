/** An invoice's number leads to a document of that invoice. */
import { afterEach, describe, expect, it } from 'vitest';
import { endpointPath } from '../../demo/app.js';
import { buildPortfolio } from '../../demo/portfolio/build-portfolio.js';
import { ContractPage, InvoicePage, type Invoice } from '../../src/api/index.js';
import { safeLink } from '../../src/domain/safe-link.js';
import { createDemoInProcess, type DemoInProcess } from './demo-in-process.js';

const headers = { Authorization: 'Bearer demo-halvorsen-brothers' };

describe('an invoice document', () => {
  let demo: DemoInProcess | undefined;

  afterEach(() => demo?.close());

  const readInvoices = async (): Promise<Invoice[]> => {
    const answer = await demo?.request(`${endpointPath}/contracts`, { headers });
    return ContractPage.parse(await answer?.json()).items.flatMap((contract) => contract.invoices.items);
  };

  it('is linked by a whole address that the element follows, at the name and port the page was asked for', async () => {
    demo = await createDemoInProcess();
    const linked = (await readInvoices()).filter((invoice) => invoice.documentUrl !== undefined);
    expect(linked.length).toBeGreaterThan(5);
    for (const { number, documentUrl } of linked) {
      expect(documentUrl).toBe(`http://127.0.0.1:8080/documents/${number}`);
      expect(safeLink(documentUrl)).toBe(documentUrl);
    }
  });

  it('is linked from later pages of a contract’s invoices too', async () => {
    demo = await createDemoInProcess();
    const answer = await demo.request(`${endpointPath}/contracts/contract-48213-002/invoices`, { headers });
    expect(InvoicePage.parse(await answer.json()).items[0]?.documentUrl).toMatch(/^http:\/\/127\.0\.0\.1:8080\/documents\//);
  });

  it('shows the invoice with its charges and what is due', async () => {
    demo = await createDemoInProcess();
    const invoice = (await readInvoices()).find((candidate) => candidate.charges.length === 3);
    const answer = await demo.request(invoice?.documentUrl ?? '');
    const page = await answer.text();
    expect(answer.status).toBe(200);
    for (const words of [invoice?.number ?? '?', '100-0048213-004', 'Equipment insurance', '$141.20', 'Amount due', '$3,598.26']) {
      expect(page).toContain(words);
    }
  });

  it('shows what was received on an invoice that was paid in part', async () => {
    demo = await createDemoInProcess();
    const answer = await demo.request(`${endpointPath}/contracts`, { headers: { Authorization: 'Bearer demo-bluestem-freight' } });
    const invoices = ContractPage.parse(await answer.json()).items.flatMap((contract) => contract.invoices.items);
    const partly = invoices.find(({ amount, open }) => open.value < amount.value);
    const page = await (await demo.request(partly?.documentUrl ?? '')).text();
    expect(page).toContain('Received');
    expect(page).toContain('-$8,000.00');
  });

  it('does not exist for a number nobody issued', async () => {
    demo = await createDemoInProcess();
    expect((await demo.request('/documents/INV-1999-000001')).status).toBe(404);
  });

  it('shows a stranger’s words as text, and leaves a stranger’s own links alone', async () => {
    const portfolio = buildPortfolio('2026-11-23');
    const [contract] = portfolio.contracts;
    const [invoice] = contract?.invoices ?? [];
    if (!contract || !invoice) throw new Error('The portfolio has no invoice.');
    const hostile = {
      ...invoice,
      charges: [{ id: 'a', type: 'rent', description: '<script>"documentUrl":"/documents/x"</script>', amount: 100 }],
      documentUrl: 'https://documents.example/1?token=abc',
    };
    demo = await createDemoInProcess({ ...portfolio, contracts: [{ ...contract, invoices: [hostile] }] });
    const [shown] = await readInvoices();
    expect(shown?.documentUrl).toBe('https://documents.example/1?token=abc');
    expect(shown?.charges[0]?.description).toBe('<script>"documentUrl":"/documents/x"</script>');
    const page = await (await demo.request(`/documents/${invoice.number}`)).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script');
  });
});
