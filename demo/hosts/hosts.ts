/** What every host page does: signs the element in as the demo's payer. Nothing of the page is touched. */
import { findSignedIn } from '../site/signed-in.js';

const element: (HTMLElement & { getToken?: (() => Promise<string>) | undefined }) | null = document.querySelector('aspire-pay');

if (element) {
  element.getToken = async () => {
    const payer = await findSignedIn();
    if (!payer) throw new Error('Nobody is signed in.');
    return payer.token;
  };
}
