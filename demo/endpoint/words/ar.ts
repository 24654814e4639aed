/** Arabic. Numbers, names and sums are isolated, so that text of the other direction keeps its own order. */
import type { Words } from './words.js';

const isolate = (text: string): string => `\u2068${text}\u2069`;

export const ar: Words = {
  authorization: ({ debits, ...facts }) => {
    const total = isolate(facts.total);
    const what =
      debits === undefined
        ? `خصم إلكتروني واحد (ACH) بمبلغ ${total}`
        : `خصم إلكتروني (ACH) مستقل عن كل عقد من العقود المذكورة أدناه، وعدد الخصومات ${isolate(debits)} ومجموعها ${total}،`;
    const lender = isolate(facts.lender);
    const contact = facts.contact === '' ? '' : ` (${isolate(facts.contact)})`;
    const kind = facts.holderType === 'business' ? 'التجاري' : 'الشخصي';
    return [
      `أفوّض أنا ${isolate(facts.person)}، نيابةً عن ${isolate(facts.payer)}، شركة ${lender} بإجراء ${what} في ${isolate(facts.date)} أو بعده من الحساب المصرفي ${kind} ${isolate(facts.accountName)} المنتهي بالأرقام ${isolate(facts.last4)}. من المتوقع أن يخصم المصرف المبلغ في ${isolate(facts.debitDate)}.`,
      ...facts.items.map(({ contractNumber, amount }) => `العقد ${isolate(contractNumber)}: ${isolate(amount)}`),
      debits === undefined
        ? `يجوز لشركة ${lender} أيضًا تصحيح هذا الخصم بقيد دائن أو مدين إذا تم بالخطأ. يسري هذا التفويض على هذه الدفعة وحدها ولا يشمل أي دفعة لاحقة. إذا أعاد المصرف الخصم فإن المبلغ يبقى مستحقًا.`
        : `يجوز لشركة ${lender} أيضًا تصحيح أي من هذه الخصومات بقيد دائن أو مدين إذا تم بالخطأ. يسري هذا التفويض على هذه الدفعات وحدها ولا يشمل أي دفعة لاحقة. إذا أعاد المصرف أحد الخصومات فإن مبلغه يبقى مستحقًا.`,
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
  returned: {
    R01: 'لم يكن في الحساب المصرفي رصيد كافٍ.',
    R02: 'الحساب المصرفي مغلق.',
    R03: 'لم يجد المصرف هذا الحساب، أو أنه يخص شخصًا آخر.',
    R04: 'رقم الحساب غير صحيح لدى المصرف.',
    R05: 'الحساب شخصي وأُجري الخصم على أنه من شركة.',
    R07: 'سُحب التفويض.',
    R08: 'أُوقف دفع هذا الخصم لدى المصرف.',
    R09: 'لم يكن في الحساب المصرفي رصيد متاح كافٍ.',
    R10: 'أبلغ صاحب الحساب المصرف بأن هذا الخصم غير مفوَّض.',
    R11: 'أبلغ صاحب الحساب المصرف بأن هذا الخصم لم يتبع التفويض.',
    R13: 'رقم التوجيه ليس لمصرف يقبل الخصم.',
    R16: 'الحساب المصرفي مجمَّد.',
    R20: 'لا يمكن الخصم من هذا الحساب المصرفي بهذه الطريقة.',
    R29: 'أبلغت الشركة مصرفها بأن هذا الخصم غير مفوَّض.',
  },
  notRecorded: 'لم تصلنا الدفعة في الوقت المناسب لإرسالها في تاريخها. لم يُخصم شيء. يمكنك الدفع مرة أخرى.',
  codeMail: ({ lender, codes, minutes }) => ({
    subject: `رمزك لدى ${isolate(lender)}`,
    lines: [
      ...codes.map(({ payerName, code }) => `رمزك لحساب ${isolate(payerName)}: ${isolate(code)}`),
      `يصلح الرمز مرة واحدة خلال ${minutes} دقائق، والرمز الجديد يلغيه.`,
      `إن لم تكن قد طلبته فلا يلزمك فعل شيء: لا يدخل أحد من دون الرمز، ولن تطلبه منك ${isolate(lender)} أبدًا.`,
    ],
  }),
  registeredMail: (lender) => ({
    subject: `أنت مسجَّل لدى ${isolate(lender)}`,
    lines: [
      'طلب أحدهم التسجيل بعنوان البريد هذا. العنوان مسجَّل من قبل، ولذلك لم يُنشأ رمز.',
      'للدخول، عُد إلى الصفحة واختر تسجيل الدخول بالبريد وأدخل هذا العنوان.',
      'إن لم تكن أنت فلا يلزمك فعل شيء: لم يدخل أحد.',
    ],
  }),
  tooLateToCancel: 'وصل طلب الإلغاء متأخرًا: كانت الدفعة في طريقها إلى المصرف.',
};
