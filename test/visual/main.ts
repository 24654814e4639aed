/**
 * `npm run test:visual`: every kept picture is taken again, in Chromium, and must be the same. `-- --update` keeps the new ones.
 * Where one differs, `.cache/visual/` has what was, what is, and the difference in red. Ends with one line of figures.
 * In another Chromium than the one they were taken in, differences are told and don't count: it may draw letters otherwise.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseEngines } from '../support/browsers.js';
import { Camera } from './camera.js';
import { shots, type Shot } from './shots.js';

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const kept = join(import.meta.dirname, 'pictures');
const shown = join('.cache', 'visual');
const makerFile = join(import.meta.dirname, 'taken-in.txt');

/** Of 255, in steps of 17: what rounding may do to an edge of a letter. A hairline moved by one pixel is off by two steps at least. */
const tolerance = 17;

const chromium = chooseEngines().find(({ engine }) => engine === 'chromium');
if (!chromium) throw new Error('The pictures are taken in Chromium, and there is none.');

const readKept = async (name: string): Promise<Buffer | undefined> => readFile(join(kept, `${name}.png`)).catch(() => undefined);

/** Pictures that can't differ prove nothing: one pixel must be found before anything is compared, of a section and of a hairline alone. */
const checkItself = async (camera: Camera): Promise<void> => {
  const [shot] = shots;
  if (!shot) throw new Error('There is no picture to take.');
  const before = await camera.take(shot);
  for (const flaw of ['moved', 'thicker'] as const) {
    await camera.spoil(flaw, true);
    const { pixels } = await camera.compare(before, await camera.take(shot), tolerance);
    await camera.spoil(flaw, false);
    if (pixels === 0) throw new Error(`What is ${flaw} by one pixel was not found: the comparison is broken.`);
    console.log(`${flaw} by one pixel: ${pixels} pixels differ`);
  }
  const again = await camera.compare(before, await camera.take(shot), tolerance);
  if (again.pixels > 0) throw new Error('The same screen gave two pictures: the camera is not steady.');
};

/** Answers whether it is as it was. */
const compare = async (camera: Camera, shot: Shot): Promise<boolean> => {
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
  const { pixels, picture } = await camera.compare(before, now, tolerance);
  if (pixels === 0) return true;
  console.error(`${shot.name}: ${pixels} pixels differ`);
  await writeFile(join(shown, `${shot.name}.before.png`), before);
  await writeFile(join(shown, `${shot.name}.now.png`), now);
  await writeFile(join(shown, `${shot.name}.difference.png`), Buffer.from(picture, 'base64'));
  return false;
};

/** Pictures of nothing would be kept for ever. */
const findStrays = async (): Promise<string[]> => (await readdir(kept)).filter((file) => !shots.some(({ name }) => file === `${name}.png`));

const camera = await Camera.open(chromium.executable);
try {
  await rm(shown, { recursive: true, force: true });
  await mkdir(shown, { recursive: true });
  await mkdir(kept, { recursive: true });
  await checkItself(camera);
  let same = 0;
  for (const shot of shots) if (await compare(camera, shot)) same += 1;
  const strays = await findStrays();
  if (values.update) for (const stray of strays) await rm(join(kept, stray));
  else for (const stray of strays) console.error(`${stray}: there is no such screen`);
  const bad = shots.length - same + (values.update ? 0 : strays.length);
  const maker = await camera.maker();
  if (values.update) await writeFile(makerFile, `${maker}\n`);
  const takenIn = (await readFile(makerFile, 'utf8')).trim();
  if (bad > 0) {
    console.error(`\nLook at ${shown}/. Where the new look is meant: npm run test:visual -- --update, and commit the pictures.`);
    if (maker !== takenIn)
      console.error(`The pictures are from ${takenIn}, and this is ${maker}: look whether the browser or the look is another.`);
  }
  console.log(values.update ? `${same} pictures kept` : `${same} pictures the same, ${bad} not`);
  process.exitCode = bad === 0 || maker !== takenIn ? 0 : 1;
} finally {
  await camera.close();
}
