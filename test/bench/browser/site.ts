/**
 * The page under measurement: one of the scripts, and an endpoint at `/api` of the same origin. What it answers was recorded from the
 * reference endpoint, so that the endpoint's time falls on nobody; or each request goes on to the endpoint itself.
 */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Endpoint {
  /** Base address of the reference endpoint. */
  readonly base: string;
  readonly token: string;
}

export interface Site {
  readonly address: string;
  show(page: { readonly code: string; readonly html: string; readonly isModule: boolean }): void;
  /** From now on the endpoint's answers are this one's, asked each time or, recorded, once. */
  connect(endpoint: Endpoint, isRecorded: boolean): void;
  /** Until it is connected anew, nobody gets a recorded answer before so many wait, or it is plain that no more will come. Tells how many waited together. */
  gather(count: number): () => number;
  close(): void;
}

interface Recorded {
  readonly headers: Record<string, string>;
  readonly body: string;
}

const documentOf = (
  html: string,
  isModule: boolean,
): string => `<!doctype html><html lang="en-US"><meta charset="utf-8"><title>Bench</title>
<link rel="icon" href="data:,"><body>${html}<script ${isModule ? 'type="module"' : ''} src="/script.js"></script></body></html>`;

const noMoreAfter = 5_000;

/** Lets nobody through before so many have come. */
class Gate {
  readonly #count: number;
  readonly #waiting: (() => void)[] = [];
  /** How many waited when it was opened. */
  together = 0;

  constructor(count: number) {
    this.#count = count;
  }

  async pass(): Promise<void> {
    if (this.together > 0) return;
    const mayPass = new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#waiting.length >= this.#count) this.#open();
    else setTimeout(() => this.#open(), noMoreAfter).unref();
    await mayPass;
  }

  #open(): void {
    this.together ||= this.#waiting.length;
    for (const letThrough of this.#waiting.splice(0)) letThrough();
  }
}

/** Alone in its process a page is given a clock of microseconds. */
const documentHeaders = {
  'content-type': 'text/html',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};

export const startSite = async (): Promise<Site> => {
  let page = { code: '', html: '', isModule: false };
  let endpoint: Endpoint | undefined;
  let recorded: Map<string, Recorded> | undefined;
  let gate: Gate | undefined;

  const record = async (path: string): Promise<Recorded> => {
    const answer = await fetch(`${endpoint?.base ?? ''}${path}`, { headers: { authorization: `Bearer ${endpoint?.token ?? ''}` } });
    const payer = answer.headers.get('aspire-pay-payer') ?? '';
    return {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store', 'aspire-pay-payer': payer },
      body: await answer.text(),
    };
  };

  const answerRecorded = async (path: string, response: ServerResponse, known: Map<string, Recorded>): Promise<void> => {
    const found = known.get(path) ?? (await record(path));
    known.set(path, found);
    await gate?.pass();
    response.writeHead(200, found.headers).end(found.body);
  };

  const passOn = (incoming: IncomingMessage, path: string, response: ServerResponse): void => {
    const headers = { ...incoming.headers, authorization: `Bearer ${endpoint?.token ?? ''}` };
    const onward = request(`${endpoint?.base ?? ''}${path}`, { method: incoming.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  };

  const server = createServer((incoming, response) => {
    const url = incoming.url ?? '/';
    if (url === '/') return void response.writeHead(200, documentHeaders).end(documentOf(page.html, page.isModule));
    if (url === '/script.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(page.code);
    const path = url.replace(/^\/api/, '');
    if (path === url) return void response.writeHead(404).end();
    if (recorded) void answerRecorded(path, response, recorded);
    else passOn(incoming, path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show: (next) => {
      page = next;
    },
    connect: (next, isRecorded) => {
      endpoint = next;
      recorded = isRecorded ? new Map() : undefined;
      gate = undefined;
    },
    gather: (count) => {
      const own = new Gate(count);
      gate = own;
      return () => own.together;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
