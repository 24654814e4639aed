/** Each line is a mistake, and the compiler says so. */
import type {} from 'aspire-pay/react';

export const wrongs = [
  <aspire-pay theme="drak" />,
  <aspire-pay headingLevel="1" />,
  <aspire-pay getToken={() => 'token'} />,
  <aspire-pay messages={{ line: { pya: 'Pay' } }} />,
  <aspire-pay onaspire-pay-submitted={({ detail }) => console.log(detail.paid)} />,
];
