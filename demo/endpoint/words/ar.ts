/** Arabic. Numbers, names and sums are isolated, so that text of the other direction keeps its own order. */
import type { Words } from './words.js';

const isolate = (text: string): string => `\u2068${text}\u2069`;

export const ar: Words = {
  authorization: (facts) => {
    const lender = isolate(facts.lender);
    const contact = facts.contact === '' ? '' : ` (${isolate(facts.contact)})`;
    const kind = facts.holderType === 'business' ? 'التجاري' : 'الشخصي';
    return [
      `أفوّض أنا ${isolate(facts.person)}، نيابةً عن ${isolate(facts.payer)}، شركة ${lender} بإجراء خصم إلكتروني واحد (ACH) بمبلغ ${isolate(facts.total)} في ${isolate(facts.date)} أو بعده من الحساب المصرفي ${kind} ${isolate(facts.accountName)} المنتهي بالأرقام ${isolate(facts.last4)}. من المتوقع أن يخصم المصرف المبلغ في ${isolate(facts.debitDate)}.`,
      ...facts.items.map(({ contractNumber, amount }) => `العقد ${isolate(contractNumber)}: ${isolate(amount)}`),
      `يجوز لشركة ${lender} أيضًا تصحيح هذا الخصم بقيد دائن أو مدين إذا تم بالخطأ. يسري هذا التفويض على هذه الدفعة وحدها ولا يشمل أي دفعة لاحقة. إذا أعاد المصرف الخصم فإن المبلغ يبقى مستحقًا.`,
      `يمكنني إلغاء هذا التفويض بإبلاغ ${lender}${contact} قبل الساعة ${isolate(facts.cutOff)} من يوم ${isolate(facts.date)}.`,
      `صدر التفويض في ${isolate(facts.authorizedOn)}.`,
    ].join('\n');
  },
  inFlight: (amount, contractNumber) =>
    `توجد دفعة بمبلغ ${isolate(amount)} قيد التنفيذ على العقد ${isolate(contractNumber)}. إذا تابعت فستُضاف هذه الدفعة إليها.`,
  lookAlike: (amount, contractNumber) =>
    `سبق إجراء دفعة بالمبلغ نفسه، ${isolate(amount)}، على العقد ${isolate(contractNumber)}. إذا تابعت فسيُخصم المبلغان.`,
  autopay: (contractNumber, date) =>
    `الدفع التلقائي مفعّل للعقد ${isolate(contractNumber)}، والخصم التالي في ${isolate(date)}. ستكون هذه الدفعة إضافية.`,
};
