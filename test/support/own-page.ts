/**
 * A page with a policy and a body of the test's own, in a frame: what the strict pages of the other tests can't vary.
 * Must not know what is on it.
 */
import { until } from './payer.js';

const nonce = 'test';

/** What the page saw, told by the page itself. */
export interface Report {
  readonly said: readonly string[];
  readonly violations: readonly string[];
  readonly errors: readonly string[];
}

const watch = `<script nonce="${nonce}">
  const report = { said: [], violations: [], errors: [] };
  for (const name of ['log', 'info', 'warn', 'error']) console[name] = (...words) => report.said.push(words.join(' '));
  addEventListener('securitypolicyviolation', (event) => report.violations.push(event.effectiveDirective + ' ' + event.blockedURI));
  addEventListener('error', (event) => report.errors.push(event.message));
</script>`;

/** A script written into the page. */
export const inPage = (code: string): string => `<script nonce="${nonce}">${code}</script>`;

/** The strictest policy under which the built script works; `changes` replaces directives. */
export const strictest = (changes: Readonly<Record<string, string>> = {}): string => {
  const { origin } = location;
  const directives = {
    'default-src': "'none'",
    'script-src': `${origin} 'nonce-${nonce}'`,
    'connect-src': 'http://127.0.0.1:*',
    'img-src': `${origin}/favicon.ico`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'aspire-pay',
    ...changes,
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
};

export class OwnPage {
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  /** Resolves when everything in `html` has been loaded and run. */
  static async open(policy: string, html: string, { width = 600, height = 700 } = {}): Promise<OwnPage> {
    const frame = document.createElement('iframe');
    frame.width = String(width);
    frame.height = String(height);
    frame.title = 'A page';
    frame.src = `/__page?${new URLSearchParams({ policy, html: watch + html + inPage('window.report = report;') }).toString()}`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const page = new OwnPage(frame);
    await until(() => 'report' in page.window, 'the page of its own');
    return page;
  }

  get window(): Window & typeof globalThis {
    const { contentWindow } = this.#frame;
    if (!contentWindow) throw new Error('The page is gone');
    return contentWindow as Window & typeof globalThis;
  }

  get report(): Report {
    return (this.window as unknown as { report: Report }).report;
  }

  find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
    return until(() => this.window.document.querySelector(tag), `${tag} on the page`);
  }

  close(): void {
    this.#frame.remove();
  }
}
