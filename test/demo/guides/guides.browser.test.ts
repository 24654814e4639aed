/** Every guide as a reader has it: no axe violation and no sideways scrolling, on a phone and at a desk, in the light and in the dark. */
import { expect } from '@open-wc/testing';
import { until } from '../../support/payer.js';

const names = ['', 'integrate', 'endpoint', 'map-to-aspire', 'brand', 'run-safely', 'what-the-payer-sees'] as const;
const widths = [320, 1_280] as const;
const schemes = ['light', 'dark'] as const;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** As much of axe as is asked for. */
interface Axe {
  run(): Promise<{ readonly violations: readonly Violation[] }>;
}

type FrameWindow = Window & typeof globalThis & { axe?: Axe; trustedTypes?: { createPolicy(name: string, rules: object): Policy } };
interface Policy {
  createScriptURL(url: string): string;
}

const axeUrl = '/node_modules/axe-core/axe.min.js';

describe('a guide', () => {
  let frame: HTMLIFrameElement;
  let violations: string[];

  beforeEach(() => {
    frame = document.createElement('iframe');
    frame.title = 'A guide';
    frame.height = '900';
    violations = [];
  });
  afterEach(() => {
    frame.remove();
  });

  const frameWindow = (): FrameWindow => {
    const { contentWindow } = frame;
    if (!contentWindow) throw new Error('The frame is gone.');
    return contentWindow as FrameWindow;
  };

  const open = async (path: string, width: number): Promise<FrameWindow> => {
    frame.width = String(width);
    frame.src = path;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const window = frameWindow();
    window.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      violations.push(`${effectiveDirective} ${blockedURI}`);
    });
    return window;
  };

  /** Under the page's policy, by the one name it allows. */
  const bringAxe = async (window: FrameWindow): Promise<Axe> => {
    const policy = window.trustedTypes?.createPolicy('aspire-pay', { createScriptURL: (url: string) => url });
    const script = window.document.createElement('script');
    script.src = policy ? policy.createScriptURL(axeUrl) : axeUrl;
    window.document.head.append(script);
    return until(() => window.axe, 'axe in the frame', 30_000);
  };

  for (const name of names) {
    for (const width of widths) {
      it(`${name || 'list'} is clean at ${width} pixels, in both schemes`, async () => {
        const window = await open(`/guides/${name}`, width);
        const { documentElement: page } = window.document;
        expect(page.scrollWidth, 'no wider than its window').to.be.at.most(width);
        const sheets = [...window.document.styleSheets].filter(({ cssRules }) => cssRules.length > 0);
        expect(sheets.length, 'style sheets that have come').to.equal(window.document.querySelectorAll('link[rel="stylesheet"]').length);
        const axe = await bringAxe(window);
        for (const scheme of schemes) {
          page.style.colorScheme = scheme;
          const found = (await axe.run()).violations.map(({ id, nodes }) => [scheme, id, nodes[0]?.html]);
          expect(found).to.deep.equal([]);
        }
        expect(violations).to.deep.equal([]);
      }).timeout(120_000);
    }
  }

  it('shows its pictures, each in the room that was kept for it', async () => {
    const window = await open('/guides/what-the-payer-sees', 1_280);
    const images = [...window.document.images];
    expect(images.length).to.be.greaterThan(15);
    for (const image of images) image.loading = 'eager';
    await until(() => images.every(({ complete, naturalWidth }) => complete && naturalWidth > 0), 'every picture', 30_000);
    for (const image of images) {
      const [kept, drawn] = [image.height / image.width, image.naturalHeight / image.naturalWidth];
      expect(Math.abs(kept - drawn), image.src).to.be.below(0.01);
    }
  }).timeout(60_000);
});
