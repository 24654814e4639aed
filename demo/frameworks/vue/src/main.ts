/** A page in Vue 3. */
import { createApp } from 'vue';
import Account from './account.vue';

createApp(Account).mount('#main');
