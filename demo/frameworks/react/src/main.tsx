/** A page in React 19, under StrictMode. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Account } from './account.js';

const main = document.querySelector('#main');
if (main) {
  createRoot(main).render(
    <StrictMode>
      <Account />
    </StrictMode>,
  );
}
