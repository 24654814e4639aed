/** The element on a page without any tool: properties are set, and events are listened to, as on any other tag. */
const pay = document.querySelector('aspire-pay');

pay.getToken = async () => (await fetch('/my/token')).text();
pay.messages = { line: { pay: 'Pay this lease' } };
pay.addEventListener('aspire-pay-submitted', ({ detail }) => {
  const references = detail.payments.map((payment) => payment.reference);
  document.querySelector('#told').textContent = `We have your payment ${references.join(', ')}.`;
});
