/** The lender's look as the theme editor stores it, and what the endpoint then tells payers and strangers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpointPath } from '../../../demo/app.js';
import { PublicLender, Session } from '../../../src/api/index.js';
import { createDemoInProcess, type DemoInProcess } from '../demo-in-process.js';

describe('the lender’s look', () => {
  let demo: DemoInProcess;
  beforeAll(async () => {
    demo = await createDemoInProcess();
  });
  afterAll(() => demo.close());

  const put = (look: unknown): Promise<Response> =>
    demo.request('/back-office/api/look', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(look) });
  const readLender = async (): Promise<PublicLender> => PublicLender.parse(await (await demo.request(`${endpointPath}/lender`)).json());
  const readSession = async (): Promise<Session> => {
    const [payer] = await demo.deps.store.db.selectFrom('payers').select('id').orderBy('id').execute();
    const answer = await demo.request(`${endpointPath}/session`, { headers: { Authorization: `Bearer demo-${payer?.id ?? ''}` } });
    return Session.parse(await answer.json());
  };

  it('is told to payers and to strangers once it is stored, and to nobody once it is gone', async () => {
    const theme = { accent: 'light-dark(#17355f, #b4cbf0)', radius: '2px' };
    const answer = await put({ theme, logoUrl: 'https://northline.example/logo.svg' });
    expect([answer.status, await answer.json()]).toEqual([200, { theme, logoUrl: 'https://northline.example/logo.svg' }]);
    expect(await readLender()).toMatchObject({ theme, logoUrl: 'https://northline.example/logo.svg' });
    expect((await readSession()).theme).toEqual(theme);
    await put({ theme: {}, logoUrl: null });
    expect(await readLender()).not.toHaveProperty('theme');
    expect(await readSession()).not.toHaveProperty('theme');
    expect(await (await demo.request('/back-office/api/look')).json()).toEqual({ theme: {}, logoUrl: null });
  });

  it.each([
    [{ theme: { accent: 'url(x)' }, logoUrl: null }, /accent: a colour/],
    [{ theme: { radius: '6' }, logoUrl: null }, /radius: a length with its unit/],
    [{ theme: { banner: 'red' }, logoUrl: null }, /banner: there is no such token/],
    [{ theme: {}, logoUrl: 'javascript:alert(1)' }, /begins with https:/],
    [{ theme: [] }, /not valid/],
  ])('%j is refused in words, and nothing is stored', async (look, words) => {
    const answer = await put(look);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ title: expect.stringMatching(words) as unknown });
    expect(await readLender()).not.toHaveProperty('theme');
  });
});
