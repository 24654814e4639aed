/** The script of the site's theme. It knows no element: events come up to the document, from whatever an editor has put there. */
document.addEventListener('aspire-pay-submitted', ({ detail }) => {
  const references = detail.payments.map((payment) => payment.reference);
  document.querySelector('#told').textContent = `We have your payment ${references.join(', ')}.`;
});

document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  document.body.dataset.refused = effectiveDirective;
});
