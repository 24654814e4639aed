/** The provider of the sample bank fields: shown to its site alone, gives a token for numbers that can be, and exchanges it once. */
import { describe, expect, it } from 'vitest';
import { createVault, type Vault } from '../../../demo/bank-fields/vault.js';
import { searchFor } from '../../support/digit-search.js';
import { root } from '../demo-in-process.js';

const site = 'http://site.example';

describe('the vault behind the bank fields', () => {
  let moment = 0;
  const open = (): Vault => createVault({ root, now: () => moment, isSite: (origin) => origin === site });
  const keep = async (vault: Vault, body: unknown): Promise<{ status: number; text: string; token: string }> => {
    const answer = await vault.app.request('/tokens', { method: 'POST', body: JSON.stringify(body) });
    const text = await answer.text();
    return { status: answer.status, text, token: (JSON.parse(text) as { token?: string }).token ?? '' };
  };
  const numbers = { routingNumber: '0210 0002 1', accountNumber: '9876-5000-4321' };

  it('shows the fields to its site, which alone may frame them', async () => {
    const answer = await open().app.request(`/?site=${encodeURIComponent(site)}`);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`frame-ancestors ${site};`);
    expect(policy).not.toContain('unsafe');
    const page = await answer.text();
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=/i);
    for (const file of ['fields.css', 'fields.js']) {
      expect(page).toContain(file);
      expect((await open().app.request(`/${file}`)).status).toBe(200);
    }
  });

  it.each(['', 'http://elsewhere.example', 'http://site.example/path', `${site}; script-src *`, 'null'])(
    'shows them to nobody else: “%s”',
    async (other) => {
      expect((await open().app.request(`/?site=${encodeURIComponent(other)}`)).status).toBe(403);
    },
  );

  it('gives a token and the last four, and exchanges it for the numbers once', async () => {
    const vault = open();
    const { status, text, token } = await keep(vault, numbers);
    expect(status).toBe(201);
    expect(searchFor('021000021', '987650004321')(text)).toBeUndefined();
    expect(text).toContain('4321');
    expect(await vault.resolve(token)).toEqual({ routingNumber: '021000021', accountNumber: '987650004321', bankName: 'Plains Bank' });
    expect(await vault.resolve(token)).toBeUndefined();
    expect(await vault.resolve('never-given')).toBeUndefined();
  });

  it('exchanges no token after a quarter of an hour', async () => {
    const vault = open();
    const { token } = await keep(vault, numbers);
    moment += 900_001;
    expect(await vault.resolve(token)).toBeUndefined();
  });

  it.each([
    [{ routingNumber: '123456789', accountNumber: '123' }, ['routing', 'account']],
    [{ routingNumber: '021000021', accountNumber: '' }, ['account']],
    [{ routingNumber: '021000021' }, []],
    ['nothing', []],
  ])('says what is wrong with %j, without repeating it', async (body, fields) => {
    const { status, text } = await keep(open(), body);
    expect(status).toBe(422);
    expect(Object.keys((JSON.parse(text) as { wrong: object }).wrong)).toEqual(fields);
    expect(text).not.toMatch(/\d{4}/);
  });
});
