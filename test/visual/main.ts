/**
 * `npm run test:visual`: every kept picture is taken again, in Chromium, and must be the same. `-- --update` keeps the new ones.
 * Where one differs, `.cache/visual/` has what was, what is, and the difference in red. Ends with one line of figures.
 * Another Chromium than the one they were taken in may draw letters otherwise: there they are compared by squares, which shows what has
 * moved and what has other words, and not what is off by a pixel. The last line says so.
 * `--only <text>` takes those alone whose name has it.
 * `-- --look [--locale fr-CA] [--width 320] [--scheme dark] [--brand bank]` compares nothing: it leaves a picture of every state there is
 * in `.cache/visual/`, to be looked at by somebody.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseEngines } from '../support/browsers.js';
import { states } from '../support/states.js';
import { Camera, type Look } from './camera.js';
import type { Flaw } from './page.js';
import { named, shots, type Shot } from './shots.js';

const { values } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    look: { type: 'boolean', default: false },
    locale: { type: 'string', default: 'en-US' },
    width: { type: 'string', default: '1280' },
    scheme: { type: 'string', default: 'light' },
    brand: { type: 'string', default: '' },
  },
});
const chosen = shots.filter(({ name }) => name.includes(values.only));
const kept = join(import.meta.dirname, 'pictures');
const shown = join('.cache', 'visual');
const makerFile = join(import.meta.dirname, 'taken-in.txt');

/** Of 255, in steps of 17: what rounding may do to an edge of a letter. A hairline moved by one pixel is off by two steps at least. */
const closely: Look = { square: 1, tolerance: 17 };
/** Letters placed and smoothed otherwise change the average of a square by less; a changed word, or a row that moved, by more. */
const fromAfar: Look = { square: 8, tolerance: 32 };

/** What each look has to find. */
const flaws: ReadonlyMap<Look, readonly Flaw[]> = new Map([
  [closely, ['moved', 'thicker']],
  [fromAfar, ['lower']],
]);

const unitOf = ({ square }: Look): string => (square === 1 ? 'pixels' : `squares of ${square} pixels`);

const chromium = chooseEngines().find(({ engine }) => engine === 'chromium');
if (!chromium) throw new Error('The pictures are taken in Chromium, and there is none.');

const readKept = async (name: string): Promise<Buffer | undefined> => readFile(join(kept, `${name}.png`)).catch(() => undefined);

/** Pictures that can't differ prove nothing: what is wrong must be found before anything is compared. */
const checkItself = async (camera: Camera, look: Look): Promise<void> => {
  const [shot] = shots;
  if (!shot) throw new Error('There is no picture to take.');
  const before = await camera.take(shot);
  for (const flaw of flaws.get(look) ?? []) {
    await camera.spoil(flaw, true);
    const { pixels } = await camera.compare(before, await camera.take(shot), look);
    await camera.spoil(flaw, false);
    if (pixels === 0) throw new Error(`What is ${flaw} was not found: the comparison is broken.`);
    console.log(`${flaw}: ${pixels} ${unitOf(look)} differ`);
  }
  const again = await camera.compare(before, await camera.take(shot), closely);
  if (again.pixels > 0) throw new Error('The same screen gave two pictures: the camera is not steady.');
};

/** Answers whether it is as it was. */
const compare = async (camera: Camera, shot: Shot, look: Look): Promise<boolean> => {
  const now = await camera.take(shot);
  const before = await readKept(shot.name);
  if (values.update) {
    await writeFile(join(kept, `${shot.name}.png`), now);
    return true;
  }
  if (!before) {
    console.error(`${shot.name}: there is no picture of it yet`);
    return false;
  }
  const { pixels, picture } = await camera.compare(before, now, look);
  if (pixels === 0) return true;
  console.error(`${shot.name}: ${pixels} ${unitOf(look)} differ`);
  await writeFile(join(shown, `${shot.name}.before.png`), before);
  await writeFile(join(shown, `${shot.name}.now.png`), now);
  await writeFile(join(shown, `${shot.name}.difference.png`), Buffer.from(picture, 'base64'));
  return false;
};

/** Every state in one dress, to be looked at. */
const leaveAll = async (camera: Camera): Promise<void> => {
  const { locale, brand } = values;
  const width = Number(values.width);
  if (!(width >= 100)) throw new Error('--width is a number of pixels.');
  const dress = { locale, brand, width, scheme: values.scheme === 'dark' ? 'dark' : 'light', isForced: false } as const;
  const all = Object.keys(states).map((state) => named({ ...dress, state }));
  for (const shot of all) await writeFile(join(shown, `${shot.name}.png`), await camera.take(shot));
  console.log(`${all.length} pictures in ${shown}/, to be looked at`);
};

/** Pictures of nothing would be kept for ever. */
const findStrays = async (): Promise<string[]> => (await readdir(kept)).filter((file) => !shots.some(({ name }) => file === `${name}.png`));

const compareAll = async (camera: Camera): Promise<void> => {
  await mkdir(kept, { recursive: true });
  const maker = await camera.maker();
  if (values.update) await writeFile(makerFile, `${maker}\n`);
  const takenIn = (await readFile(makerFile, 'utf8')).trim();
  const look = maker === takenIn ? closely : fromAfar;
  await checkItself(camera, look);
  let same = 0;
  for (const shot of chosen) if (await compare(camera, shot, look)) same += 1;
  const strays = await findStrays();
  if (values.update) for (const stray of strays) await rm(join(kept, stray));
  else for (const stray of strays) console.error(`${stray}: there is no such screen`);
  const bad = chosen.length - same + (values.update ? 0 : strays.length);
  if (bad > 0) console.error(`\nLook at ${shown}/. Where the new look is meant: npm run test:visual -- --update, and commit the pictures.`);
  const howClosely =
    look === closely ? '' : `, FROM AFAR: they are from ${takenIn}, and this is ${maker}; what is off by a pixel was not seen`;
  console.log(values.update ? `${same} pictures kept` : `${same} pictures the same, ${bad} not${howClosely}`);
  process.exitCode = bad === 0 ? 0 : 1;
};

const camera = await Camera.open(chromium.executable);
try {
  await rm(shown, { recursive: true, force: true });
  await mkdir(shown, { recursive: true });
  await (values.look ? leaveAll(camera) : compareAll(camera));
} finally {
  await camera.close();
}
