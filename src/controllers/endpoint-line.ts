/**
 * The line the attributes name, for as long as the element is on the page: another endpoint, contract or way with cookies makes another one.
 * Must not know what is asked over it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createBrowserEnvironment, type Transport } from '../client/environment.js';
import { resolveEndpoint } from '../client/endpoint-url.js';
import type { Emit } from '../events.js';
import { Connection } from './connection.js';
import type { Portal } from './portal.js';

interface Host extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly endpoint: string;
  readonly contract: string | undefined;
  readonly credentials: RequestCredentials;
  readonly transport: Transport | undefined;
  readonly getToken: (() => Promise<string>) | undefined;
}

export interface EndpointLineOptions {
  readonly host: Host;
  readonly portal: Portal;
  readonly emit: Emit;
  /** The element has left the page. */
  readonly onLeft: () => void;
}

export class EndpointLine implements ReactiveController {
  readonly #options: EndpointLineOptions;
  #named: string | undefined;
  #getToken: Host['getToken'];

  constructor(options: EndpointLineOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  /** The first time it is on the page, nothing has been named yet. */
  hostConnected(): void {
    if (this.#named !== undefined && !this.#options.portal.isConnected) this.#connect();
  }

  /** Moved within the page it is back by then, and nothing has happened. A payment on its way is never stopped. */
  hostDisconnected(): void {
    const { host, portal, onLeft } = this.#options;
    queueMicrotask(() => {
      if (host.isConnected) return;
      portal.disconnect();
      onLeft();
    });
  }

  /** Asks anew where another line is named than the last time, or, while there is nothing to show, where the callback is another. */
  follow(): void {
    const { host, portal } = this.#options;
    const named = JSON.stringify([host.endpoint, host.contract, host.credentials]);
    const isAnother = named !== this.#named;
    // A page may set the callback after the tag is there. Its identity says nothing else: frameworks make a new one each time.
    const isCalledAnew = host.getToken !== this.#getToken && portal.portfolio.status !== 'ready';
    this.#named = named;
    this.#getToken = host.getToken;
    if (isAnother) this.#connect();
    else if (isCalledAnew) void portal.refresh();
  }

  #connect(): void {
    const { host, portal, emit } = this.#options;
    if (!host.isConnected) return; // What has changed counts from when the element is back.
    const found = resolveEndpoint(host.endpoint, document.baseURI);
    if (!found.ok) return portal.refuse(found.code);
    const environment = createBrowserEnvironment(() => host.transport);
    const { base } = found;
    portal.connect(new Connection({ base, environment, credentials: host.credentials, getToken: () => host.getToken, emit }));
  }
}
