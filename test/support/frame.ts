/** The page inside a test's frame: one element, signed in as the address says, in a browser that lacks what the address says. */
import '../../src/define.js';
import { blockStorage } from './storage.js';

const query = new URLSearchParams(location.search);
const lacks = query.getAll('lacks');
if (lacks.includes('storage')) blockStorage();
if (lacks.includes('locks')) Reflect.deleteProperty(Navigator.prototype, 'locks');

const element = document.createElement('aspire-pay');
element.getToken = () => Promise.resolve(query.get('token') ?? '');
element.setAttribute('endpoint', query.get('endpoint') ?? '');
for (const name of query.getAll('throwsOn')) {
  element.addEventListener(name, () => {
    throw new Error(`The page fails on ${name}`);
  });
}
document.body.append(element);
