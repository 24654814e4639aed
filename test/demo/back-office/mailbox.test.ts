/** The demo's mailbox: what the endpoint mails is listed for the back office, newest first, and for this machine only. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMailbox } from '../../../demo/back-office/mailbox.js';
import type { Mail } from '../../../demo/endpoint/mail.js';
import { createDemoInProcess, type DemoInProcess } from '../demo-in-process.js';

const mail = (subject: string): Mail => ({
  to: 'payables@halvorsen-excavating.example',
  subject,
  text: 'Your code is 481516.\nIt can be used once.',
  sentAt: '2026-11-23T16:00:00.000Z',
});

describe('the mailbox', () => {
  let demo: DemoInProcess;
  beforeEach(async () => {
    demo = await createDemoInProcess();
  });
  afterEach(() => demo.close());

  it('is empty before anything was sent', async () => {
    expect(await (await demo.request('/back-office/api/mails')).json()).toMatchObject({ items: [] });
  });

  it('lists what the endpoint sent, newest first, with its text', async () => {
    await demo.deps.mail?.(mail('First'));
    await demo.deps.mail?.(mail('Second'));
    const answer = await demo.request('/back-office/api/mails');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({
      items: [
        { id: 2, ...mail('Second') },
        { id: 1, ...mail('First') },
      ],
    });
  });

  it('answers under this machine’s own names only', async () => {
    expect((await demo.request('http://rebound.example:8080/back-office/api/mails')).status).toBe(421);
    expect((await demo.request('http://rebound.example:8080/back-office/mail')).status).toBe(421);
  });

  it('is no part of the endpoint', async () => {
    expect((await demo.request('/api/aspire-pay/v1/mails')).status).toBe(404);
  });
});

it('keeps the newest two hundred mails', async () => {
  const mailbox = createMailbox();
  for (let count = 1; count <= 201; count += 1) await mailbox.send(mail(`Mail ${count}`));
  expect(mailbox.list()).toHaveLength(200);
  expect(mailbox.list()[0]).toMatchObject({ id: 201, subject: 'Mail 201' });
  expect(mailbox.list().at(-1)?.subject).toBe('Mail 2');
});
