/**
 * What is photographed, scene by scene, in the order of a payer's day. Each scene opens a page of its own; the demo's books go on from one
 * to the next, so the order counts.
 */
import type { Payment } from '../../../src/api/index.js';
import { Camera, type PageOptions, type Shot, type Size } from './camera.js';
import type { LenderSide } from './lender-side.js';
import type { Studio } from './studio.js';

export interface Set {
  readonly studio: Studio;
  readonly lender: LenderSide;
  readonly shoot: (camera: Camera, name: string, shot?: Shot) => Promise<void>;
}

type Scene = (set: Set) => Promise<void>;

const customer = 'halvorsen-brothers';
const guarantor = 'erik-halvorsen';
const loader = '100-0048213-004';
const dozer = '100-0048213-001';
const excavators = '100-0048213-002';

const on = async (set: Set, options: PageOptions, act: (camera: Camera) => Promise<void>): Promise<void> => {
  const camera = await Camera.open(set.studio, options);
  try {
    await act(camera);
  } finally {
    await camera.close();
  }
};

const seeContracts: Scene = async (set) => {
  await on(set, { payer: customer }, async (camera) => {
    await camera.sees(loader);
    await set.shoot(camera, 'contracts', { height: 866 });
  });
  await on(set, { payer: customer, width: 390 }, async (camera) => {
    await camera.sees(loader);
    await set.shoot(camera, 'contracts-phone', { height: 925 });
  });
};

const payAll: Scene = (set) =>
  on(set, { payer: customer }, async (camera) => {
    await camera.press('Pay all open charges');
    await camera.sees('One payment for each contract');
    await set.shoot(camera, 'pay-all', { height: 920 });
  });

/** Of this one the bank will say that there was not enough money. */
const payExcavators = (set: Set): Promise<Payment> => set.lender.pay(customer, excavators, 1_000_000);

const payInAddition = (set: Set): Promise<void> =>
  on(set, { payer: customer }, async (camera) => {
    await camera.sees('in flight');
    await camera.press('Pay this contract', excavators);
    await camera.sees('Pay in addition');
    await set.shoot(camera, 'in-addition');
  });

const followUp: Scene = async (set) => {
  const today = set.studio.now().toISOString().slice(0, 10);
  const returned = await payExcavators(set);
  await payInAddition(set);
  await set.lender.pay(customer, dozer, 742_600);
  await new Promise((resolve) => setTimeout(resolve, 3_500));
  await set.lender.generate(today, today);
  await set.lender.postBatches();
  await set.lender.returnPayment(returned.reference, 'R01');
  const canceled = await set.lender.pay(customer, excavators, 250_000);
  await on(set, { payer: customer }, async (camera) => {
    await camera.press('Payments');
    await camera.press('Cancel payment', canceled.reference);
    await camera.sees('Keep payment');
    await set.shoot(camera, 'cancel', { height: 610 });
    await camera.press('Cancel payment of');
    await camera.sees('Canceled');
    await set.shoot(camera, 'payments', { height: 1_120 });
    await camera.press('Show receipt');
    await camera.sees('Save receipt');
    await set.shoot(camera, 'receipt');
  });
};

const bankAccounts: Scene = (set) =>
  on(set, { payer: customer }, async (camera) => {
    await camera.press('Bank accounts');
    await camera.sees('Ready to use');
    await set.shoot(camera, 'bank-accounts');
    await camera.press('Add bank account');
    await camera.fill('#routingNumber', '110000000');
    await camera.fill('#accountNumber', '000123456789');
    await camera.fill('#holderName', 'Halvorsen Brothers');
    await set.shoot(camera, 'add-account');
  });

const changed: Scene = (set) =>
  on(set, { payer: customer }, async (camera) => {
    await camera.review(loader);
    await set.lender.pay(guarantor, loader, 100_000);
    await camera.press('Authorize payment of');
    await camera.sees('Nothing was paid');
    await set.shoot(camera, 'changed');
  });

const refused: Scene = (set) =>
  on(set, { payer: 'marisol-ortega' }, async (camera) => {
    await camera.review();
    await set.lender.change({ features: { payments: false } });
    await camera.press('Authorize payment of');
    await camera.sees('Nothing was paid');
    await set.shoot(camera, 'refused');
    await on(set, { payer: 'marisol-ortega' }, async (other) => {
      await other.sees('does not take payments on this page');
      await set.shoot(other, 'payments-off');
    });
    await set.lender.change({ features: { payments: true } });
  });

const checking: Scene = (set) =>
  on(set, { payer: 'marisol-ortega' }, async (camera) => {
    await camera.review();
    await set.lender.setFault('offline');
    await camera.press('Authorize payment of');
    await camera.sees('Do not pay again');
    await set.shoot(camera, 'checking');
    await set.lender.setFault(null);
  });

const offline: Scene = (set) =>
  on(set, { payer: guarantor }, async (camera) => {
    await camera.sees(loader);
    await camera.goOffline();
    await camera.sees('You are offline');
    await set.shoot(camera, 'offline');
  });

const signIn: Scene = async (set) => {
  await set.lender.change({ sessionMinutes: 2 });
  await on(set, {}, async (camera) => {
    await camera.sees('Register here');
    await set.shoot(camera, 'signed-out');
    await camera.press('Register here');
    const entries = { firstName: 'Dana', lastName: 'Halvorsen', email: 'dana@halvorsen-excavating.example', postalCode: '55369' };
    for (const [field, value] of Object.entries({ ...entries, contractNumber: loader })) await camera.fill(`#${field}`, value);
    await set.shoot(camera, 'register');
    await camera.press('Send code');
    await camera.sees('Enter the code');
    await set.shoot(camera, 'code');
    await camera.fill('#code', await set.lender.readCode());
    await camera.press('Continue');
    await camera.sees('Stay signed in');
    await set.shoot(camera, 'session-end', { height: 375 });
  });
  await set.lender.change({ sessionMinutes: 30 });
};

const looks: Scene = async (set) => {
  await on(set, { path: '/theme-editor/', payer: guarantor, width: 1_180 }, async (camera) => {
    await camera.sees(loader);
    await set.shoot(camera, 'theme-editor', { of: 'body', height: 800 });
  });
  for (const brand of ['farm', 'medical']) {
    await on(set, { payer: guarantor }, async (camera) => {
      await camera.sees(loader);
      await camera.choose('#brand', brand);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await set.shoot(camera, `look-${brand}`);
    });
  }
};

const backOffice: Scene = (set) =>
  on(set, { path: '/back-office/', width: 1_080 }, async (camera) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await set.shoot(camera, 'back-office', { of: 'body', height: 760 });
  });

/** After the payment that is recorded. */
export const scenes: readonly Scene[] = [followUp, bankAccounts, changed, refused, checking, offline, signIn, looks, backOffice];
/** Before it. */
export const firstScenes: readonly Scene[] = [seeContracts, payAll];

export type Sizes = Record<string, Size>;
