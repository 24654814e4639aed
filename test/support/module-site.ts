/**
 * A site of one page that serves the built modules, each of which can be held back or refused. Must not know the element.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface ModuleSite {
  readonly address: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  /** What the page holds, from the next visit on. */
  show(html: string): void;
  /** Answers for modules whose name begins so wait for `release`. */
  hold(name: string): void;
  release(): void;
  /** Modules whose name begins so are not to be had, until they are again. */
  refuse(name: string | undefined): void;
  close(): void;
}

export const startModuleSite = async (folder = 'dist/modules'): Promise<ModuleSite> => {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let html = '';
  let held: string | undefined;
  let refused: string | undefined;

  const give = (file: string, response: ServerResponse): void => {
    const isThere = existsSync(join(folder, file)) && !(refused !== undefined && file.startsWith(refused));
    response.writeHead(isThere ? 200 : 404, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
    response.end(isThere ? readFileSync(join(folder, file)) : '');
  };

  const server = createServer(({ url = '/' }, response) => {
    asked.push(url);
    const file = /^\/modules\/([^?]+)/.exec(url)?.[1];
    if (file === undefined) response.setHeader('content-type', 'text/html; charset=utf-8').end(url === '/' ? html : '');
    else if (held !== undefined && file.startsWith(held)) waiting.push(() => give(file, response));
    else give(file, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    show: (next) => {
      html = next;
    },
    hold: (name) => {
      held = name;
    },
    release: () => {
      held = undefined;
      for (const answer of waiting.splice(0)) answer();
    },
    refuse: (name) => {
      refused = name;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
