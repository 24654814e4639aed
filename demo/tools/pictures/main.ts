/**
 * `npm run guides:pictures`: makes every picture of the guides from the running product. Screenshots are of the demo on a day of its own;
 * diagrams are drawn from data of the product: a recorded payment, the element's table of steps.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSequence } from './draw-sequence.js';
import { drawSteps } from './draw-steps.js';
import { sizeOf } from './svg.js';
import { LenderSide } from './lender-side.js';
import { recordPayment } from './record.js';
import { firstScenes, scenes, type Set, type Sizes } from './scenes.js';
import { openStudio } from './studio.js';

const folder = join('demo', 'guides', 'pictures');

const empty = async (): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await rm(join(folder, name));
};

const writeJson = (name: string, value: unknown): Promise<void> => writeFile(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);

const studio = await openStudio();
try {
  await empty();
  const sizes: Sizes = {};
  const shoot: Set['shoot'] = async (camera, name, shot) => {
    sizes[name] = await camera.shoot(folder, name, shot);
    console.log(name);
  };
  const set: Set = { studio, lender: new LenderSide(studio), shoot };
  for (const scene of firstScenes) await scene(set);
  const recording = await recordPayment(set);
  for (const scene of scenes) await scene(set);
  await writeJson('payment.json', recording);
  for (const [name, picture] of Object.entries({ payment: drawSequence(recording), steps: drawSteps() })) {
    sizes[name] = sizeOf(picture);
    await writeFile(join(folder, `${name}.svg`), picture);
  }
  await writeJson('sizes.json', sizes);
} finally {
  await studio.close();
}
