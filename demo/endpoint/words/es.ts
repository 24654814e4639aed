/** Spanish. */
import type { Words } from './words.js';

export const es: Words = {
  authorization: (facts) =>
    [
      `Yo, ${facts.person}, en nombre de ${facts.payer}, autorizo a ${facts.lender} a realizar un único débito electrónico (ACH) de ${facts.total}, a partir del ${facts.date}, de la cuenta bancaria ${facts.holderType === 'business' ? 'comercial' : 'personal'} ${facts.accountName}, terminada en ${facts.last4}. Se prevé que el banco debite la cuenta el ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contrato ${contractNumber}: ${amount}`),
      `${facts.lender} también puede corregir este débito mediante un crédito o un débito si se hizo por error. Esta autorización vale solo para este pago y para ningún otro. Si el banco devuelve el débito, el importe sigue pendiente.`,
      `Puedo revocar esta autorización avisando a ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} antes de las ${facts.cutOff} del ${facts.date}.`,
      `Autorizado el ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `Ya hay un pago de ${amount} en curso para el contrato ${contractNumber}. Si continúa, este pago será adicional.`,
  lookAlike: (amount, contractNumber) =>
    `Ya se hizo un pago por el mismo importe, ${amount}, para el contrato ${contractNumber}. Si continúa, se debitarán los dos.`,
  autopay: (contractNumber, date) =>
    `El contrato ${contractNumber} tiene activado el pago automático; el próximo débito es el ${date}. Este pago será adicional.`,
};
