/**
 * Who is signed in to the Northline site, kept for this tab. A real site asks its own server for the token;
 * this one takes the seeded payers' tokens from the demo's route. Knows nothing of the element.
 */
export interface DemoPayer {
  id: string;
  name: string;
  person: string;
  token: string;
}

const storageName = 'northline-signed-in-as';
const signedOut = 'signed-out';

let known: Promise<readonly DemoPayer[]> | undefined;

const fetchPayers = async (): Promise<readonly DemoPayer[]> => {
  const response = await fetch('/demo/payers', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The demo answered ${response.status} for its payers.`);
  const { payers } = (await response.json()) as { payers: readonly DemoPayer[] };
  return payers;
};

/** Asked for once; a failure is not kept, so the next call asks again. */
export const loadPayers = (): Promise<readonly DemoPayer[]> => {
  known ??= fetchPayers().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
};

/** Storage may be blocked: then the first payer is signed in. */
const readChoice = (): string | null => {
  try {
    return sessionStorage.getItem(storageName);
  } catch {
    return null;
  }
};

export const isSignedOut = (): boolean => readChoice() === signedOut;

/** The payer chosen in this tab, else the first. Undefined when signed out. */
export const findSignedIn = async (): Promise<DemoPayer | undefined> => {
  if (isSignedOut()) return undefined;
  const payers = await loadPayers();
  return payers.find((payer) => payer.id === readChoice()) ?? payers[0];
};

/** Signs in as the payer, or out without one, and loads the page anew, as a site's own sign-in would. */
export const signInAs = (payerId?: string): void => {
  try {
    sessionStorage.setItem(storageName, payerId ?? signedOut);
  } finally {
    location.reload();
  }
};
