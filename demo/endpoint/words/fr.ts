/** French. */
import type { Words } from './words.js';

export const fr: Words = {
  authorization: (facts) =>
    [
      `Je soussigné(e), ${facts.person}, agissant pour ${facts.payer}, autorise ${facts.lender} à effectuer un seul débit électronique (ACH) de ${facts.total}, au plus tôt le ${facts.date}, sur le compte bancaire ${facts.holderType === 'business' ? 'd’entreprise' : 'personnel'} ${facts.accountName}, se terminant par ${facts.last4}. La banque devrait débiter le compte le ${facts.debitDate}.`,
      ...facts.items.map(({ contractNumber, amount }) => `Contrat ${contractNumber} : ${amount}`),
      `${facts.lender} peut aussi corriger ce débit par un crédit ou un débit s’il a été fait par erreur. La présente autorisation ne vaut que pour ce paiement et pour aucun autre. Si la banque refuse le débit, le montant reste dû.`,
      `Je peux révoquer cette autorisation en avisant ${facts.lender}${facts.contact === '' ? '' : ` (${facts.contact})`} avant ${facts.cutOff} le ${facts.date}.`,
      `Autorisation donnée le ${facts.authorizedOn}.`,
    ].join('\n'),
  inFlight: (amount, contractNumber) =>
    `Un paiement de ${amount} est déjà en cours pour le contrat ${contractNumber}. Si vous continuez, ce paiement s’y ajoutera.`,
  lookAlike: (amount, contractNumber) =>
    `Un paiement du même montant, ${amount}, a déjà été fait pour le contrat ${contractNumber}. Si vous continuez, les deux seront débités.`,
  autopay: (contractNumber, date) =>
    `Le paiement automatique est activé pour le contrat ${contractNumber}, prochain débit le ${date}. Ce paiement s’y ajoutera.`,
};
