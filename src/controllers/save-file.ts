/**
 * Gives the payer a file to keep, made on this page: nothing is asked of anybody. Knows nothing of what is in it.
 */
import { wait } from '../client/environment.js';

/** A browser may still be reading when the click has returned; one that asks where to save it, longer. */
const keptMs = 60_000;

export interface FileToSave {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** By a link that is never on the page; a strict policy has nothing against it. */
export const saveFile = ({ name, type, text }: FileToSave): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  void wait(keptMs).then(() => URL.revokeObjectURL(address));
};
