/** The page inside a test's frame: one element, signed in as the address says. */
import '../../src/define.js';

const query = new URLSearchParams(location.search);
const element = document.createElement('aspire-pay');
element.getToken = () => Promise.resolve(query.get('token') ?? '');
element.setAttribute('endpoint', query.get('endpoint') ?? '');
document.body.append(element);
