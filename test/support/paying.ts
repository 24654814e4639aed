/**
 * A payer about to press *Authorize* in a world whose wire can be cut, and the four things that are asked of every fault:
 * what is on screen, what the page was told, how often the payment was posted, what the database holds.
 */
import { expect } from '@open-wc/testing';
import type { AspirePayEventName, AspirePayEventMap } from '../../src/events.js';
import { journal, quiet } from './end.js';
import { PageClock } from './page-clock.js';
import { Payer, until } from './payer.js';
import { contracts, createWorld, payers, type ProxyFaultInput, type World } from './world.js';
import type { LoggedRequest, WorldOptions } from './worlds/protocol.js';

type Effect = ProxyFaultInput['effect'];

/** How long the answer to a payment is waited for. */
export const postDeadlineMs = 12_000;

export interface Ending {
  /** The heading of the view. */
  readonly screen: string;
  /** What else is to be read on it. */
  readonly reads?: readonly string[];
  /** In order, from the press on. */
  readonly events: readonly AspirePayEventName[];
  /** Payments that left the browser, as the proxy saw them. */
  readonly posts: number;
  /** Payments that reached the endpoint; as many as left where it isn't said. */
  readonly delivered?: number;
  /** Stored payments, by status. */
  readonly payments: readonly string[];
  /** Stored keys, by state. */
  readonly keys: readonly string[];
  /** Entries in the journal; none where it isn't said. */
  readonly open?: number;
}

export const accepted = {
  screen: 'Payment accepted',
  events: ['aspire-pay-submit', 'aspire-pay-submitted'],
  payments: ['pending'],
  keys: ['accepted'],
} as const;

export const checking = {
  screen: 'We are checking this payment',
  reads: ['Do not pay again.', 'Your request counts at most once.', '555 0100', 'EL-1001', '$2,150.00'],
  events: ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-unknown'],
  open: 1,
} as const;

/** Checking has found the payment. */
export const foundAccepted = {
  ...accepted,
  events: [...checking.events, 'aspire-pay-submitted'],
} as const;

/** Checking has found none, and voided the key. */
export const calledOff = {
  screen: 'Payment not made',
  reads: ['Nothing was paid.', 'Your request was withdrawn, so that nothing can come of it later.', 'You can pay now.'],
  events: [...checking.events, 'aspire-pay-refused'],
  payments: [],
  keys: ['voided'],
} as const;

const isPayment = ({ method, path }: LoggedRequest): boolean => method === 'POST' && path === '/payments';

export class Paying {
  readonly world: World;
  readonly payer: Payer;
  readonly clock: PageClock;

  private constructor(world: World, payer: Payer, clock: PageClock) {
    this.world = world;
    this.payer = payer;
    this.clock = clock;
  }

  /** The list is on screen, read without faults. */
  static async open(options: WorldOptions = {}, payerId: string = payers.baker): Promise<Paying> {
    const world = await createWorld({ keepsAlive: false, ...options });
    const clock = new PageClock();
    const payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payerId) });
    payer.rest = (ms) => clock.skip(ms);
    await payer.sees('EL-1001');
    return new Paying(world, payer, clock);
  }

  /** The review of what is due on EL-1001, $2,150.00, is on screen. */
  static async review(options?: WorldOptions): Promise<Paying> {
    const paying = await Paying.open(options);
    await paying.payer.review('EL-1001', 'Due now');
    return paying;
  }

  async close(): Promise<void> {
    this.payer.leave();
    this.clock.stop();
    await this.world.close();
    localStorage.clear();
  }

  /** What befalls the payment itself, one effect a POST. */
  async befallPayments(...effects: readonly Effect[]): Promise<void> {
    for (const effect of effects) await this.world.addFault({ method: 'POST', path: '/payments', effect });
  }

  /** What befalls every request about a payment from now on: posts, questions and voids. */
  async befallAll(effect: Effect): Promise<void> {
    await this.world.addFault({ path: '/payments*', times: 999, effect });
  }

  async press(): Promise<void> {
    await this.payer.authorize();
    await until(() => this.payer.eventsNamed('aspire-pay-submit').length > 0, 'the press');
  }

  /** Presses, and when the payment has failed lets the rest of the thirty seconds pass. For where no answer is to help. */
  async pressUntilChecking(): Promise<void> {
    await this.press();
    await until(() => !this.clock.waits.includes(postDeadlineMs), 'the end of the first try');
    await this.passThirtySeconds();
  }

  async passThirtySeconds(): Promise<void> {
    await this.clock.passUntil(() => this.payer.heading === checking.screen, checking.screen, 40_000);
  }

  /** The wire is whole again, and the first question after the thirty seconds comes. */
  async askAgain(): Promise<void> {
    await this.world.clearFaults();
    // On a slow machine the first was asked by itself meanwhile, in vain; the next one is after ten.
    await this.clock.passWait(5_000, 10_000);
  }

  /** Posts of the payment that left the browser. */
  async posts(): Promise<LoggedRequest[]> {
    return (await this.world.arrivals()).filter(isPayment);
  }

  async delivered(): Promise<LoggedRequest[]> {
    return (await this.world.log()).filter(isPayment);
  }

  detail<Name extends AspirePayEventName>(name: Name): AspirePayEventMap[Name]['detail'] {
    const [event] = this.payer.eventsNamed(name);
    if (!event) throw new Error(`There was no ${name}`);
    return event.detail as AspirePayEventMap[Name]['detail'];
  }

  /** Waits for the screen; everything else must hold by then. */
  async ends({ screen, reads = [], events, posts, delivered = posts, payments, keys, open = 0 }: Ending): Promise<void> {
    await until(() => this.payer.heading === screen, `the screen “${screen}”, not “${this.payer.heading}”`);
    for (const text of reads) await this.payer.sees(text);
    expect(this.payer.events.map(({ name }) => name).filter((name) => !quiet.includes(name))).to.deep.equal(events);
    const sent = await this.posts();
    expect(sent, 'posts that left the browser').to.have.length(posts);
    expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size, 'keys they carried').to.equal(Math.min(posts, 1));
    expect(await this.delivered(), 'posts that reached the endpoint').to.have.length(delivered);
    const rows = await this.world.rows();
    expect(rows.payments.map(({ status }) => status)).to.deep.equal(payments);
    expect(rows.alternate_efts).to.have.length(payments.length);
    expect(rows.payment_keys.map(({ state }) => state)).to.deep.equal(keys);
    expect(journal(), 'open entries').to.have.length(open);
  }
}

/** The amount of the payment that {@link Paying.review} prepares, as the database has it. */
export const reviewedPayment = { contract_id: contracts.pastDue, amount_value: 215_000 } as const;
