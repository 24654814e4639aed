/** All that mailed codes are asked for and drawn with, and the note of a session about to end: one part, fetched when either comes up. */
import { signingIn as own } from '../locales/en/signing-in.js';
import { shared } from '../locales/en/shared.js';

export { ofSession, ofSigningIn } from '../controllers/sign-in-announcements.js';
export { SignInController } from '../controllers/sign-in.js';
export { sessionNote } from '../views/session-note.js';
export { signInFlow } from '../views/sign-in.js';

/** In English. */
export const words = { ...shared, ...own };
