/**
 * The fault proxy: a server of its own between a browser and an endpoint. Notes what arrives, lets faults befall it, hands on the rest.
 * Must not know the endpoint API.
 */
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { FaultQueue, type Delivery, type Handler } from '../../../demo/fault-queue.js';
import { befallRequest } from '../../../demo/faults.js';
import { RequestLog } from '../worlds/request-log.js';
import { befallAnswer } from './answer-bytes.js';
import { AnswerEffect, type ProxyEffect } from './effects.js';

const isAboutAnswer = (effect: ProxyEffect): effect is AnswerEffect => AnswerEffect.safeParse(effect).success;

const befall = (effect: ProxyEffect, delivery: Delivery): Promise<Response> =>
  isAboutAnswer(effect) ? befallAnswer(effect, delivery) : befallRequest(effect, delivery);

export interface ProxyOptions {
  /** What stands behind. */
  readonly upstream: Handler;
  /** The path below which faults match. */
  readonly base: string;
  /** Without it every answer closes its connection, and no browser repeats a request by itself. */
  readonly keepsAlive: boolean;
}

export class FaultProxy {
  readonly faults = new FaultQueue(befall);
  /** What reached the proxy, whether or not it got any further. */
  readonly arrivals = new RequestLog();
  readonly #server: Server;

  private constructor({ upstream, base, keepsAlive }: ProxyOptions) {
    const handle = this.arrivals.wrap(this.faults.wrap(upstream, base), base);
    this.#server = createAdaptorServer({ fetch: (request, bindings) => handle(request, bindings as HttpBindings) }) as Server;
    if (!keepsAlive) this.#server.prependListener('request', (_, response) => (response.shouldKeepAlive = false));
  }

  static async listen(options: ProxyOptions): Promise<FaultProxy> {
    const proxy = new FaultProxy(options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  /** Such as `http://127.0.0.1:40123`. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.faults.clear();
    this.faults.release();
    await this.faults.settle();
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
