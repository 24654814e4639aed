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
  /** Paths asked for, in order; emptied by whoever counts. */
  readonly asked: string[];
  show(page: { readonly code: string; readonly html: string; readonly isModule: boolean }): void;
  /** From now on the endpoint's answers are this one's, asked each time or, recorded, once. */
  connect(endpoint: Endpoint, isRecorded: boolean): void;
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

export const startSite = async (): Promise<Site> => {
  let page = { code: '', html: '', isModule: false };
  let endpoint: Endpoint | undefined;
  let recorded: Map<string, Recorded> | undefined;
  const asked: string[] = [];

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
    if (url === '/') return void response.writeHead(200, { 'content-type': 'text/html' }).end(documentOf(page.html, page.isModule));
    if (url === '/script.js') return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(page.code);
    asked.push(url);
    const path = url.replace(/^\/api/, '');
    if (path === url) return void response.writeHead(404).end();
    if (recorded) void answerRecorded(path, response, recorded);
    else passOn(incoming, path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    show: (next) => {
      page = next;
    },
    connect: (next, isRecorded) => {
      endpoint = next;
      recorded = isRecorded ? new Map() : undefined;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
