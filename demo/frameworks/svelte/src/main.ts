/** A page in Svelte 5. */
import { mount } from 'svelte';
import Account from './account.svelte';

const target = document.querySelector('#main');
if (target) mount(Account, { target });
