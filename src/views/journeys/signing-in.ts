/** All that is drawn of mailed codes and of a session about to end, as one part that is fetched when either comes up. */
export { sessionNote } from '../session-note.js';
export { signInFlow } from '../sign-in.js';
