/** The element in React: properties and handlers by their own names. */
import 'aspire-pay/define.js';
import type {} from 'aspire-pay/react';
import type { Messages } from 'aspire-pay';
import { useState } from 'react';

const getToken = async (): Promise<string> => (await fetch('/my/token')).text();
const messages: Messages = { line: { pay: 'Pay this lease' } };

export const Account = () => {
  const [reference, setReference] = useState('');
  return (
    <>
      <aspire-pay
        endpoint="/api/aspire-pay/v1"
        headingLevel={1}
        getToken={getToken}
        messages={messages}
        onaspire-pay-submitted={({ detail }) => setReference(detail.payments.map((payment) => payment.reference).join(', '))}
      >
        <strong slot="logo">Northline Leasing</strong>
      </aspire-pay>
      <p id="told">{reference && `We have your payment ${reference}.`}</p>
    </>
  );
};
