/** French. */
import type { Words } from './words.js';

export const fr: Words = {
  authorization: ({ debits, ...facts }) =>
    [
      `Je soussigné(e), ${facts.person}, agissant pour ${facts.payer}, autorise ${facts.lender} à effectuer ${debits === undefined ? `un seul débit électronique (ACH) de ${facts.total}` : `un débit électronique (ACH) pour chacun des contrats indiqués ci-dessous, soit ${debits} débits totalisant ${facts.total}`}, au plus tôt le ${facts.date}, sur le compte bancaire ${facts.holderType === 'business' ? 'd’entreprise' : 'personnel'} ${facts.accountName}, se terminant par ${facts.last4}. La banque devrait débiter le compte le ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contrat ${contractNumber}\u00a0: ${amount}`),
      debits === undefined
        ? `${facts.lender} peut aussi corriger ce débit par un crédit ou un débit s’il a été fait par erreur. La présente autorisation ne vaut que pour ce paiement et pour aucun autre. Si la banque retourne le débit, le montant reste dû.`
        : `${facts.lender} peut aussi corriger chacun de ces débits par un crédit ou un débit s’il a été fait par erreur. La présente autorisation ne vaut que pour ces paiements et pour aucun autre. Si la banque retourne un débit, son montant reste dû.`,
      `Je peux révoquer cette autorisation en avisant ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} avant ${facts.cutOff}, le ${facts.date}.`,
      `Autorisation donnée le ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `Un paiement de ${amount} est déjà en cours pour le contrat ${contractNumber}. Si vous continuez, ce paiement s’y ajoutera.`,
  lookAlike: (amount, contractNumber) =>
    `Un paiement du même montant, ${amount}, a déjà été fait pour le contrat ${contractNumber}. Si vous continuez, les deux seront débités.`,
  autopay: (contractNumber, date) =>
    `Le paiement automatique est activé pour le contrat ${contractNumber}, prochain débit le ${date}. Ce paiement s’y ajoutera.`,
  returned: {
    R01: 'Les fonds du compte bancaire étaient insuffisants.',
    R02: 'Le compte bancaire est fermé.',
    R03: 'La banque n’a trouvé aucun compte de ce numéro, ou il appartient à quelqu’un d’autre.',
    R04: 'Le numéro de compte n’est pas valide auprès de la banque.',
    R05: 'Le compte est personnel et le débit a été fait comme pour une entreprise.',
    R07: 'L’autorisation a été retirée.',
    R08: 'Le paiement de ce débit a été arrêté à la banque.',
    R09: 'Les fonds disponibles du compte bancaire étaient insuffisants.',
    R10: 'Le titulaire du compte a déclaré à la banque que ce débit n’était pas autorisé.',
    R11: 'Le titulaire du compte a déclaré à la banque que ce débit ne suivait pas l’autorisation.',
    R13: 'Le numéro d’acheminement n’est pas celui d’une banque qui accepte les débits.',
    R16: 'Le compte bancaire est bloqué.',
    R20: 'Le compte bancaire ne peut pas être débité de cette façon.',
    R29: 'L’entreprise a déclaré à sa banque que ce débit n’était pas autorisé.',
  },
  notRecorded: 'Le paiement ne nous est pas parvenu à temps pour être envoyé à sa date. Rien n’a été débité. Vous pouvez payer de nouveau.',
  codeMail: ({ lender, codes, minutes }) => ({
    subject: `Votre code pour ${lender}`,
    lines: [
      ...codes.map(({ payerName, code }) => `Votre code pour ${payerName}\u00a0: ${code}`),
      `Il sert une seule fois, pendant ${minutes} minutes. Un nouveau code annule celui-ci.`,
      `Si vous ne l’avez pas demandé, vous n’avez rien à faire\u00a0: sans le code, personne ne peut entrer. ${lender} ne vous le demandera jamais.`,
    ],
  }),
  registeredMail: (lender) => ({
    subject: `Vous êtes déjà inscrit chez ${lender}`,
    lines: [
      'Quelqu’un a demandé à s’inscrire avec cette adresse électronique. Elle est déjà inscrite\u00a0: aucun code n’a été créé.',
      'Pour entrer, retournez à la page, choisissez de vous connecter par courriel et indiquez cette adresse.',
      'Si ce n’était pas vous, vous n’avez rien à faire\u00a0: personne n’est entré.',
    ],
  }),
  tooLateToCancel: 'La demande d’annulation est arrivée trop tard\u00a0: le paiement était déjà en route vers la banque.',
};
