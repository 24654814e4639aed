/** A transport under the element that changes what the real endpoint answers. Must not know why. */
import type { Transport } from '../../src/client/environment.js';

/** `rewrite` gets the text of each answer whose path, below the endpoint and without the query, fits. */
export const rewriting =
  (path: RegExp, rewrite: (text: string) => string): Transport =>
  async (url, init) => {
    const answer = await fetch(url, init);
    if (!path.test(new URL(url).pathname)) return answer;
    return new Response(rewrite(await answer.text()), { status: answer.status, headers: answer.headers });
  };

type Json = Readonly<Record<string, unknown>>;

/** Writes a raw piece of JSON, one that no value has, where `edit` put {@link raw}. */
export const raw = '\u0000raw';

/** `edit` may change the parsed answer in place. */
export const editing =
  (edit: (answer: Record<string, unknown>) => void, piece = 'null') =>
  (text: string): string => {
    const answer = JSON.parse(text) as Json;
    edit(answer);
    return JSON.stringify(answer).replaceAll(JSON.stringify(raw), piece);
  };
