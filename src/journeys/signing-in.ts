/** All that mailed codes are asked for and drawn with, and the note of a session about to end: one part, fetched when either comes up. */
export { ofSession, ofSigningIn } from '../controllers/sign-in-announcements.js';
export { SignInController } from '../controllers/sign-in.js';
export { sessionNote } from '../views/session-note.js';
export { signInFlow } from '../views/sign-in.js';
