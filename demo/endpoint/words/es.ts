/** Spanish. */
import type { Words } from './words.js';

export const es: Words = {
  authorization: ({ debits, ...facts }) =>
    [
      `Yo, ${facts.person}, en nombre de ${facts.payer}, autorizo a ${facts.lender} a realizar ${debits === undefined ? `un único débito electrónico (ACH) de ${facts.total}` : `un débito electrónico (ACH) por cada contrato indicado abajo, ${debits} débitos por un total de ${facts.total}`}, a partir del ${facts.date}, de la cuenta bancaria ${facts.holderType === 'business' ? 'comercial' : 'personal'} ${facts.accountName}, terminada en ${facts.last4}. Se prevé que el banco debite la cuenta el ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contrato ${contractNumber}: ${amount}`),
      debits === undefined
        ? `${facts.lender} también puede corregir este débito mediante un crédito o un débito si se hizo por error. Esta autorización vale solo para este pago y para ningún otro. Si el banco devuelve el débito, el monto sigue pendiente.`
        : `${facts.lender} también puede corregir cualquiera de estos débitos mediante un crédito o un débito si se hizo por error. Esta autorización vale solo para estos pagos y para ningún otro. Si el banco devuelve un débito, su monto sigue pendiente.`,
      `Puedo revocar esta autorización avisando a ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} antes de la hora límite (${facts.cutOff}) del ${facts.date}.`,
      `Autorizado el ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `Ya hay un pago de ${amount} en curso para el contrato ${contractNumber}. Si continúa, este pago será adicional.`,
  lookAlike: (amount, contractNumber) =>
    `Ya se hizo un pago por el mismo monto, ${amount}, para el contrato ${contractNumber}. Si continúa, se debitarán los dos.`,
  autopay: (contractNumber, date) =>
    `El contrato ${contractNumber} tiene activado el pago automático; el próximo débito es el ${date}. Este pago será adicional.`,
  returned: {
    R01: 'No había fondos suficientes en la cuenta bancaria.',
    R02: 'La cuenta bancaria está cerrada.',
    R03: 'El banco no encontró esa cuenta, o pertenece a otra persona.',
    R04: 'El número de cuenta no es válido para el banco.',
    R05: 'La cuenta es personal y el débito se hizo como de una empresa.',
    R07: 'La autorización fue retirada.',
    R08: 'El pago de este débito se detuvo en el banco.',
    R09: 'No había fondos disponibles suficientes en la cuenta bancaria.',
    R10: 'El titular de la cuenta dijo al banco que este débito no estaba autorizado.',
    R11: 'El titular de la cuenta dijo al banco que este débito no seguía la autorización.',
    R13: 'El número de ruta no es de un banco que acepte débitos.',
    R16: 'La cuenta bancaria está bloqueada.',
    R20: 'La cuenta bancaria no admite este tipo de débito.',
    R29: 'La empresa dijo a su banco que este débito no estaba autorizado.',
  },
  notRecorded: 'El pago no nos llegó a tiempo para enviarlo en su fecha. No se debitó nada. Puede volver a pagar.',
  codeMail: ({ lender, codes, minutes }) => ({
    subject: `Su código para ${lender}`,
    lines: [
      ...codes.map(({ payerName, code }) => `Su código para ${payerName}: ${code}`),
      `Sirve una sola vez, dentro de ${minutes} minutos. Un código nuevo anula este.`,
      `Si no lo pidió, no tiene que hacer nada: sin el código nadie puede entrar. ${lender} nunca se lo pedirá.`,
    ],
  }),
  registeredMail: (lender) => ({
    subject: `Ya está registrado en ${lender}`,
    lines: [
      'Alguien pidió registrarse con esta dirección de correo. Ya está registrada, así que no se creó ningún código.',
      'Para entrar, vuelva a la página, elija iniciar sesión por correo e indique esta dirección.',
      'Si no fue usted, no tiene que hacer nada: nadie ha entrado.',
    ],
  }),
  tooLateToCancel: 'La solicitud de cancelación llegó tarde: el pago ya iba camino del banco.',
};
