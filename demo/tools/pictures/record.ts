/**
 * The one payment that is recorded and photographed step by step: what was asked of the endpoint is kept as it came.
 */
import { openApiDocument } from '../../../src/api/openapi.js';
import { Camera } from './camera.js';
import { templateOf, type Recording, type Step } from './recording.js';
import type { Set } from './scenes.js';

export const recordPayment = async (set: Set): Promise<Recording> => {
  const templates = Object.keys(openApiDocument().paths);
  const steps: Step[] = [{ kind: 'payer', words: 'opens the page' }];
  const camera = await Camera.open(set.studio, { payer: 'halvorsen-brothers' });
  camera.asked.forEach(({ method, path, status }) => steps.push({ kind: 'call', method, path: templateOf(path, templates), status }));
  camera.onAsked = ({ method, path, status }) => steps.push({ kind: 'call', method, path: templateOf(path, templates), status });
  const act = (words: string): number => steps.push({ kind: 'payer', words });
  await camera.sees('100-0048213-004');
  act('Pay this contract');
  await camera.press('Pay this contract', '100-0048213-004');
  await camera.sees('First Prairie Bank');
  await set.shoot(camera, 'pay-form');
  act('Review payment');
  await camera.press('Review payment');
  await camera.sees('I authorize this payment');
  await set.shoot(camera, 'review');
  await camera.click('input[type="checkbox"]');
  await new Promise((resolve) => setTimeout(resolve, 700));
  act('Authorize payment of …');
  await camera.press('Authorize payment of');
  await camera.sees('Accepted');
  await set.shoot(camera, 'accepted', { height: 848 });
  act('Done');
  await camera.press('Done');
  await camera.sees('Scheduled');
  const today = set.studio.now().toISOString().slice(0, 10);
  steps.push({ kind: 'lender', words: 'Run EFT generation' });
  await set.lender.generate(today, today);
  steps.push({ kind: 'lender', words: 'Post batch' });
  await set.lender.postBatches();
  act('Payments');
  await camera.press('Payments');
  await camera.sees('Sent to bank');
  await camera.close();
  return steps;
};
