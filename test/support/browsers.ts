/**
 * Finds the browser engines on this machine and says which ones a test run uses.
 * Must not know how a browser is driven (launchers.ts) nor what is tested.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { playwright } from '@web/test-runner-playwright';
import { installChromium } from './browsers-install.js';

export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** `webdriver` is WebKitGTK's own browser behind its driver; a WebKit or Firefox of Playwright's is driven by Playwright only. */
export type FoundEngine =
  | { engine: Engine; via: 'playwright' | 'puppeteer'; executable: string }
  | { engine: 'webkit'; via: 'webdriver'; executable: string; driver: string; display: string | undefined };

type Environment = Readonly<Record<string, string | undefined>>;

const debianPackage = { chromium: 'chromium', firefox: 'firefox-esr', webkit: 'webkit2gtk-driver xvfb' } as const satisfies Record<
  Engine,
  string
>;

const override = {
  chromium: 'ASPIRE_PAY_CHROMIUM',
  firefox: 'ASPIRE_PAY_FIREFOX',
  webkit: 'ASPIRE_PAY_WEBKIT',
} as const satisfies Record<Engine, string>;

const commands = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
} as const;

const applications = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'Mozilla Firefox\\firefox.exe'],
} as const;

const miniBrowsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
] as const;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

const findOnPath = (names: readonly string[], env: Environment): string | undefined =>
  names.flatMap((name) => (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name))).find(isExecutable);

const findApplication = (paths: readonly string[], env: Environment): string | undefined => {
  const roots = ['', ...[env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter((root) => root !== undefined)];
  return paths.flatMap((path) => roots.map((root) => join(root, path))).find(isExecutable);
};

/** What Playwright downloaded earlier, in its own cache. */
const findPlaywright = (engine: Engine): FoundEngine | undefined => {
  const executable = playwright[engine].executablePath();
  return isExecutable(executable) ? { engine, via: 'playwright', executable } : undefined;
};

const findOverride = (engine: Engine, env: Environment): string | undefined => {
  const path = env[override[engine]];
  if (path !== undefined && !isExecutable(path)) throw new Error(`${override[engine]} names ${path}, which is no program.`);
  return path;
};

const findWebKit = (env: Environment): FoundEngine | undefined => {
  const executable = findOverride('webkit', env) ?? miniBrowsers.find(isExecutable);
  const driver = findOnPath(['WebKitWebDriver'], env);
  const display = findOnPath(['Xvfb'], env);
  if (platform() === 'linux' && executable && driver && (display ?? env['DISPLAY'])) {
    return { engine: 'webkit', via: 'webdriver', executable, driver, display };
  }
  return findPlaywright('webkit');
};

/** The engine as it stands on this machine, or undefined. Throws where an override names a file that isn't there. */
export const findEngine = (engine: Engine, env: Environment = process.env): FoundEngine | undefined => {
  if (engine === 'webkit') return findWebKit(env);
  const executable = findOverride(engine, env) ?? findOnPath(commands[engine], env) ?? findApplication(applications[engine], env);
  if (executable === undefined) return findPlaywright(engine);
  return { engine, via: engine === 'chromium' ? 'playwright' : 'puppeteer', executable };
};

const parseRequired = (list: string): Engine[] =>
  list.split(',').map((name) => {
    const engine = engines.find((known) => known === name.trim());
    if (engine === undefined) throw new Error(`ASPIRE_PAY_ENGINES names "${name}"; it takes ${engines.join(', ')}.`);
    return engine;
  });

const nameRequired = ({ ASPIRE_PAY_ENGINES: names }: Environment): string | undefined => (names === '' ? undefined : names);

/** Which engines a run leaves out, as one line, because they aren't here and weren't asked for; undefined where it has them all. */
export const tellMissing = (found: readonly FoundEngine[], env: Environment = process.env): string | undefined => {
  const missing = nameRequired(env) === undefined ? engines.filter((engine) => !found.some((one) => one.engine === engine)) : [];
  if (missing.length === 0) return undefined;
  const packages = missing.map((engine) => debianPackage[engine]).join(' ');
  return `Not found here, so nothing was shown in it: ${missing.join(', ')}. On Debian: apt-get install ${packages}`;
};

/**
 * The engines a run uses. Those in `ASPIRE_PAY_ENGINES` must all be there, else this throws and names the package that lacks;
 * without it whichever are there are used, and where there is none a Chromium is installed.
 */
export const chooseEngines = (env: Environment = process.env): FoundEngine[] => {
  const required = nameRequired(env);
  if (required !== undefined) {
    return parseRequired(required).map((engine) => {
      const found = findEngine(engine, env);
      if (found) return found;
      throw new Error(`ASPIRE_PAY_ENGINES asks for ${engine}, which is not here. On Debian: apt-get install ${debianPackage[engine]}`);
    });
  }
  const found = engines.map((engine) => findEngine(engine, env)).filter((engine) => engine !== undefined);
  if (found.length > 0) return found;
  installChromium(() => findEngine('chromium', env)?.executable);
  const installed = findEngine('chromium', env);
  return installed ? [installed] : [];
};
