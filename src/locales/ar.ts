/**
 * Arabic. Numbers, names and sums inside a sentence are isolated, so that text of the other direction keeps its own order;
 * a count has six forms, and says one and two by the word alone.
 */
import type { FaultValues, Words } from './en.js';

const plural = new Intl.PluralRules('ar');

/** `few` for 3 to 10, `many` for 11 to 99, `other` for whole hundreds. */
type Forms = Readonly<Record<Intl.LDMLPluralRule, string>>;

const isolate = (text: string): string => (text === '' ? '' : `\u2068${text}\u2069`);

const counted = (count: number, shown: string, forms: Forms): string => {
  const form = plural.select(count);
  return form === 'zero' || form === 'one' || form === 'two' ? forms[form] : `${isolate(shown)} ${forms[form]}`;
};

/** In the genitive, as after a preposition. */
const contractsOf: Forms = { zero: 'صفر عقود', one: 'عقد واحد', two: 'عقدين', few: 'عقود', many: 'عقدًا', other: 'عقد' };
const days: Forms = { zero: 'أقل من يوم', one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' };
/** What was typed, in the accusative. */
const digitsGiven: Forms = { zero: 'صفرًا من الأرقام', one: 'رقمًا واحدًا', two: 'رقمين', few: 'أرقام', many: 'رقمًا', other: 'رقم' };

const nextOpen = ({ nextDate }: FaultValues): string =>
  nextDate ? `يوم العمل التالي هو ${isolate(nextDate)}.` : 'لا يوجد يوم عمل متاح حاليًا.';

const words: Words = {
  views: { contracts: 'العقود', payments: 'الدفعات', 'bank-accounts': 'الحسابات المصرفية' },
  refresh: 'تحديث',
  tryAgain: 'إعادة المحاولة',
  back: 'رجوع',
  done: 'تم',
  loading: 'جارٍ تحميل العقود…',
  notLoaded: 'لم يتم التحميل',
  asOf: (moment) => `آخر تحديث: ${isolate(moment)}`,
  contract: 'العقد',
  payment: 'الدفعة',
  amount: 'المبلغ',
  paymentDate: 'تاريخ الدفع',
  expectedDebit: 'الخصم المتوقع',
  bankAccount: 'الحساب المصرفي',
  request: 'الطلب',
  next: 'ماذا بعد ذلك',
  contact: (lender) => ['للتواصل مع ', lender, ':'],
  helpPage: 'صفحة المساعدة',
  theLender: 'جهة التمويل',

  sums: {
    pastDue: 'متأخر السداد',
    due: 'المستحق الآن',
    inclPastDue: 'شاملًا المتأخر',
    open: 'إجمالي الرصيد المستحق',
    nextDue: 'الاستحقاق التالي',
    inFlight: 'قيد التنفيذ',
  },

  contracts: {
    openOn: (count, shown) => `إجمالي الرصيد المستحق على ${counted(count, shown, contractsOf)}`,
    closed: (count, shown) =>
      counted(count, shown, {
        zero: 'لا عقود منتهية',
        one: 'عقد منتهٍ واحد',
        two: 'عقدان منتهيان',
        few: 'عقود منتهية',
        many: 'عقدًا منتهيًا',
        other: 'عقد منتهٍ',
      }),
    rule: (lender) => ['تُسدَّد الدفعات على العقد. وتوزعها ', lender, ' على الفواتير غير المسددة وفق قواعدها.'],
    paymentsOff: (lender) => ['لا تقبل ', lender, ' الدفع في هذه الصفحة.'],
    none: 'لا توجد عقود مستحقة',
    noneHint: 'لا توجد لهذا الحساب عقود عليها رسوم غير مسددة. يظهر العقد الجديد هنا مع أول فاتورة له.',
    noneClosed: 'لا توجد عقود منتهية',
    noneFound: 'لم يُعثر على أي عقد',
    noneFoundHint: 'لا يوجد رقم عقد أو فاتورة يتضمن ما بحثت عنه. تحقق من الرقم أو امسح البحث.',
    failed: 'تعذّر تحميل عقودك',
    failedHint: 'لم تتأثر عقودك ولا دفعاتك.',
    offline: (moment) => `أنت غير متصل بالإنترنت. هذه الأرقام بتاريخ ${isolate(moment)}.`,
    offlineHint: 'يتطلب الدفع اتصالًا بالإنترنت. تُحدَّث هذه الصفحة تلقائيًا عند عودة الاتصال.',
    stale: (moment) => `تعذّر تحديث هذه الأرقام. وهي بتاريخ ${isolate(moment)}.`,
    search: 'رقم العقد أو الفاتورة',
    sort: 'الترتيب حسب',
    sorts: { dueDate: 'تاريخ الاستحقاق التالي', number: 'رقم العقد', open: 'أكبر رصيد مستحق' },
    showClosed: 'عرض العقود المنتهية',
    range: (from, to, total) => `العقود من ${isolate(from)} إلى ${isolate(to)} من أصل ${isolate(total)}`,
    previous: 'العقود السابقة',
    following: 'العقود التالية',
  },

  line: {
    nameless: 'عقد بلا رقم مقروء',
    named: (contract) => ['العقد ', contract],
    broken: 'تعذّر تحميل هذا العقد.',
    brokenHint: 'لا يمكن دفعه هنا الآن. العقود الأخرى محدّثة.',
    pay: 'ادفع هذا العقد',
    payAll: 'ادفع كل المستحقات',
    notPayable: 'لا يمكن دفع هذا العقد هنا.',
    unknownCurrency: 'عملته غير معروفة لهذه الصفحة.',
    inFlight: (sum, status, date) => [sum, `، ${status}، بتاريخ ${isolate(date)}. لا تشملها الأرصدة المستحقة بعد.`],
    inFlightSum: (amount) => `${isolate(amount)} قيد التنفيذ`,
    moreInFlight: (count, shown) => {
      const more = counted(count, shown, {
        zero: 'لا دفعات أخرى',
        one: 'دفعة أخرى',
        two: 'دفعتان أخريان',
        few: 'دفعات أخرى',
        many: 'دفعة أخرى',
        other: 'دفعة أخرى',
      });
      return `و${more} قيد التنفيذ.`;
    },
    autopay: 'الدفع التلقائي مفعّل.',
    autopayNext: (date) => `الخصم التالي في ${isolate(date)}.`,
    doNotPay: 'لا تدفع مرة أخرى.',
    checking: (amount) => `نتحقق من دفعة بمبلغ ${isolate(amount)}.`,
    checkingOn: (amount, contract) => [`نتحقق من دفعة بمبلغ ${isolate(amount)} على العقد `, contract, '.'],
    seeChecking: 'عرض ما هو معروف',
    noInvoices: 'لا توجد فواتير غير مسددة.',
    nextInvoice: (date) => `لا توجد فواتير غير مسددة. تستحق الفاتورة التالية في ${isolate(date)}.`,
  },

  invoices: {
    caption: (count, shown) =>
      counted(count, shown, {
        zero: 'لا فواتير غير مسددة',
        one: 'فاتورة واحدة غير مسددة',
        two: 'فاتورتان غير مسددتين',
        few: 'فواتير غير مسددة',
        many: 'فاتورة غير مسددة',
        other: 'فاتورة غير مسددة',
      }),
    captionMany: 'الفواتير غير المسددة',
    on: (contract) => [' على العقد ', contract],
    invoice: 'الفاتورة',
    due: 'الاستحقاق',
    purpose: 'البيان',
    status: 'الحالة',
    open: 'الرصيد المستحق',
    document: '، مستند الفاتورة',
    moreCharges: (count, shown) => {
      const more = counted(count, shown, {
        zero: 'لا رسوم أخرى',
        one: 'رسم آخر',
        two: 'رسمان آخران',
        few: 'رسوم أخرى',
        many: 'رسمًا آخر',
        other: 'رسم آخر',
      });
      return `و${more}`;
    },
    range: (from, to) => `الفواتير من ${isolate(from)} إلى ${isolate(to)}`,
    previous: 'الفواتير السابقة',
    following: 'الفواتير التالية',
    loading: 'جارٍ تحميل الفواتير…',
    failed: 'تعذّر تحميل الفواتير التالية.',
    pastDue: (count, shown) => `متأخرة منذ ${counted(count, shown, days)}`,
    dueToday: 'تستحق اليوم',
    dueIn: (count, shown) => `تستحق خلال ${counted(count, shown, days)}`,
    credit: 'رصيد دائن',
    unknown: 'غير مسددة',
  },

  charges: {
    rent: 'قسط الإيجار',
    sales_tax: 'ضريبة المبيعات',
    late_fee: 'رسم تأخير',
    property_tax: 'ضريبة الملكية',
    insurance: 'تأمين',
    service: 'خدمة',
    principal: 'أصل الدين',
    interest: 'فائدة',
  },
  charge: 'رسم',

  payments: {
    pending: 'قيد الانتظار',
    scheduled: 'مجدولة',
    pending_cancel: 'طُلب إلغاؤها',
    canceled: 'ملغاة',
    paid: 'أُرسلت إلى المصرف',
    returned: 'مرتجعة',
    failed: 'لم تنجح',
  },
  paymentUnknown: 'قيد المعالجة',

  warned: {
    title: 'توجد دفعة قيد التنفيذ بالفعل',
    text: (contract) => ['على العقد ', contract, ' دفعة قيد التنفيذ. لا يشملها الرصيد المستحق بعد.'],
    both: 'إذا دفعت مبلغًا إضافيًا فسيُخصم المبلغان.',
    here: (status) => `${status}، أُجريت هنا`,
    elsewhere: (status) => `${status}، أُجريت بطريقة أخرى`,
    remaining: 'المتبقي للدفع',
    confirm: 'ادفع مبلغًا إضافيًا',
  },

  payAll: {
    intro: 'دفعة واحدة لكل عقد، بتفويض واحد لها جميعًا. إذا تعذّر قبول إحداها فلن تُقبل أي منها.',
    separate: (currency) => `تُدفع العقود بعملة ${isolate(currency)} على حدة.`,
    gathering: 'جارٍ البحث عن العقود التي يمكن دفعها…',
    failed: 'تعذّر تحميل العقود. لم يُدفع شيء.',
    amounts: 'المبالغ',
    caption: 'العقود المراد دفعها',
    choice: (name, amount) => `${name}: ${isolate(amount)}`,
    total: (count, shown) => `المجموع عن ${counted(count, shown, contractsOf)}`,
    remove: 'استبعاد',
    putBack: 'إعادة',
    left: 'خارج هذه الدفعة',
    none: 'لا يوجد أي عقد في هذه الدفعة.',
    capped: (most) => `يمكن دفع ${isolate(most)} من العقود كحد أقصى مرة واحدة. هذه أولها استحقاقًا، وادفع البقية بعدها.`,
  },

  form: {
    step: 'الخطوة الأولى من خطوتين',
    title: (contract) => ['دفع العقد ', contract],
    choices: { pastDue: 'متأخر السداد', due: 'المستحق الآن', open: 'إجمالي الرصيد المستحق', other: 'مبلغ آخر' },
    hints: {
      pastDue: 'ما استحق قبل اليوم',
      due: 'المتأخر وما يستحق اليوم',
      open: 'مع ما لم يستحق بعد',
    },
    afterInFlight: (amount) => `هذه المبالغ هي ما يتبقى إلى جانب ${isolate(amount)} قيد التنفيذ.`,
    bounds: (min, max) => `من ${isolate(min)} إلى ${isolate(max)}`,
    boundMin: (min) => `${isolate(min)} أو أكثر`,
    earliest: (date) => `${isolate(date)}، أقرب موعد`,
    cutOffToday: (time) => `للدفع اليوم، قدّم التفويض قبل ${isolate(time)}.`,
    cutOffPassed: 'لم يعد بالإمكان اختيار اليوم.',
    closedDays: 'لا تُعرض الأيام التي يكون فيها المصرف مغلقًا.',
    accountsLoading: 'جارٍ تحميل الحسابات المصرفية…',
    accountsFailed: 'تعذّر تحميل حساباتك المصرفية.',
    another: 'استخدام حساب آخر',
    ending: (last4) => `المنتهي بالأرقام ${isolate(last4)}`,
    accountNamed: (label, ending) => [label, '، ', ending],
    unusableLine: (account, why) => [account, `: ${why}.`],
    unusable: {
      unverified: 'لم يتم التحقق منه بعد، ولذلك لا يمكن استخدامه',
      rejected: 'رُفض ولا يمكن استخدامه',
    },
    unusableOther: 'لا يمكن استخدامه لهذه الدفعة',
    holderName: 'اسم صاحب الحساب',
    routing: 'رقم التوجيه',
    routingHint: 'تسعة أرقام، في أسفل يسار الشيك',
    account: 'رقم الحساب',
    accountHint: 'من أربعة أرقام إلى سبعة عشر رقمًا',
    accountKind: (holder, type) => `${type} ${holder}`.trim(),
    kindAt: (bank, kind) => (kind === '' ? bank : `${isolate(bank)}، ${kind}`),
    accountType: 'نوع الحساب',
    accountTypes: { checking: 'جارٍ', savings: 'توفير' },
    holderType: 'صاحب الحساب',
    holderTypes: { business: 'شركة', consumer: 'فرد' },
    kept: (lender) => ['تحتفظ ', lender, ' بهذا الحساب لدفعاتك القادمة.'],
    existing: (lender) => ['تقبل ', lender, ' الحسابات المسجلة لديها مسبقًا، وتتحقق من هذا الحساب.'],
    review: 'مراجعة الدفعة',
    preparing: 'جارٍ إعداد المراجعة…',
    corrections: (count, shown) =>
      counted(count, shown, {
        zero: 'لا حقول تحتاج إلى تصحيح',
        one: 'حقل واحد يحتاج إلى تصحيح',
        two: 'حقلان يحتاجان إلى تصحيح',
        few: 'حقول تحتاج إلى تصحيح',
        many: 'حقلًا يحتاج إلى تصحيح',
        other: 'حقل يحتاج إلى تصحيح',
      }),
    noReview: 'تعذّر إعداد المراجعة. تم الاحتفاظ بما أدخلته.',
  },

  fields: {
    amount: 'المبلغ',
    otherAmount: 'المبلغ',
    date: 'تاريخ الدفع',
    account: 'الحساب المصرفي',
    holderName: 'اسم صاحب الحساب',
    routingNumber: 'رقم التوجيه',
    accountNumber: 'رقم الحساب',
    form: 'الدفعة',
  },

  fieldOf: (field, contract) => `${field}، العقد ${isolate(contract)}`,
  fieldFault: (field, fault) => `${field}: ${fault}`,
  fieldFaults: {
    'amount-missing': () => 'أدخل مبلغًا.',
    'amount-not-a-number': ({ example }) => `هذا ليس مبلغًا. أدخل مبلغًا مثل ${isolate(example)}.`,
    'amount-too-precise': () => 'المنازل العشرية أكثر مما يلزم. أدخل سنتات كاملة.',
    'amount-not-positive': () => 'أدخل مبلغًا أكبر من الصفر.',
    'amount-below-min': ({ limit }) => `أقل مبلغ للدفع هو ${isolate(limit)}. أدخل هذا المبلغ أو أكثر.`,
    'amount-above-max': ({ limit }) => `أكبر مبلغ للدفع هو ${isolate(limit)}. أدخل هذا المبلغ أو أقل.`,
    'amount-above-open': ({ limit }) => `لا يتجاوز الرصيد المستحق ${isolate(limit)}. أدخل هذا المبلغ أو أقل.`,
    'amount-below-due': ({ limit }) => `يجب دفع المستحق كاملًا. أدخل ${isolate(limit)} أو أكثر.`,
    'lines-missing': () => 'أضف عقدًا واحدًا على الأقل.',
    'date-missing': () => 'اختر تاريخ الدفع.',
    'date-past': (values) => `لقد مضى هذا اليوم. ${nextOpen(values)}`,
    'date-closed': (values) => `المصرف مغلق في هذا اليوم. ${nextOpen(values)}`,
    'date-too-early': (values) => `فات موعد هذا اليوم. ${nextOpen(values)}`,
    'date-too-late': ({ nextDate }) => (nextDate ? `هذا اليوم بعيد جدًا. آخر يوم ممكن هو ${isolate(nextDate)}.` : 'هذا اليوم بعيد جدًا.'),
    'account-missing': () => 'اختر حسابًا مصرفيًا.',
    'account-not-usable': ({ detail }) => isolate(detail) || 'لا يمكن استخدام هذا الحساب. اختر حسابًا آخر.',
    'holder-missing': () => 'أدخل اسم صاحب الحساب.',
    'routing-missing': () => 'أدخل رقم التوجيه.',
    'routing-length': ({ digits, shown }) =>
      digits === 9 ? 'أدخل أرقامًا فقط.' : `أدخلت ${counted(digits, shown, digitsGiven)}. يتكوّن رقم التوجيه من تسعة أرقام.`,
    'routing-check': () => 'هذا ليس رقم توجيه. قارن كل رقم بالشيك أو بكشف الحساب.',
    'account-number-missing': () => 'أدخل رقم الحساب.',
    'account-number-length': ({ digits, shown }) =>
      `أدخلت ${counted(digits, shown, digitsGiven)}. يتكوّن رقم الحساب من أربعة أرقام إلى سبعة عشر رقمًا.`,
    'account-number-characters': () => 'أدخل أرقامًا فقط.',
    refused: ({ detail }) => isolate(detail) || 'لم تقبل جهة التمويل هذه القيمة. غيّرها وأعد المحاولة.',
  },

  review: {
    step: 'الخطوة الثانية من خطوتين',
    title: 'مراجعة الدفعة',
    youPay: 'تدفع',
    lessThanDue: (rest) => `هذا أقل من المستحق الآن. يبقى ${isolate(rest)} مستحقًا.`,
    moreThanOpen: (rest) => `هذا أكثر من الرصيد المستحق، بزيادة قدرها ${isolate(rest)}.`,
    inAddition: (amount) => `هذه الدفعة إضافة إلى ${isolate(amount)} قيد التنفيذ.`,
    authorization: 'التفويض',
    tick: 'أفوّض إجراء هذه الدفعة',
    authorize: (amount) => `فوّض دفع ${isolate(amount)}`,
    sending: 'جارٍ الإرسال…',
    notices: {
      'paid-in-another-tab': 'يجري إرسال دفعة من علامة تبويب أخرى. انتظر نتيجتها، فلم يُرسل شيء من هنا.',
      'held-by-page': 'أوقف هذا الموقع الدفعة قبل إرسالها.',
      'not-yet': 'كان ذلك أسرع من أن تُقرأ المراجعة. لم يُرسل شيء. اضغط مرة أخرى للدفع.',
      'not-ticked': 'ضع أولًا علامة على «أفوّض إجراء هذه الدفعة». لم يُرسل شيء.',
      offline: 'أنت غير متصل بالإنترنت. لم يُرسل شيء. اضغط مرة أخرى عند عودة الاتصال.',
    },
  },

  estimate: {
    title: 'تقدير',
    intro: (lender) => ['كيف ستوزع ', lender, ' هذه الدفعة. أنت تختار العقد والمبلغ لا الفواتير. وقد يختلف القيد الفعلي.'],
    methods: {
      balance_forward: 'أقدم فاتورة أولًا، وداخلها حسب ترتيب الرسوم لدى جهة التمويل.',
      balance_forward_pro_rated: 'أقدم فاتورة أولًا، وتُقسَّم الدفعة الجزئية على رسومها بالتناسب.',
      priority_post: 'حسب ترتيب الرسوم لدى جهة التمويل، كل منها من الأقدم إلى الأحدث.',
      priority_post_oldest_due_by: 'حسب ترتيب الرسوم لدى جهة التمويل، الأقدم من كل منها بالدور.',
    },
    method: 'وفق قواعد جهة التمويل.',
    caption: (contract) => ['تقدير العقد ', contract],
    openNow: 'المستحق الآن',
    paid: 'الدفع المقدَّر',
    left: 'المتبقي المقدَّر',
    about: (amount) => `≈ ${isolate(amount)}`,
    unapplied: 'يبقى غير موزَّع',
    unappliedSum: (amount) => `يبقى غير موزَّع: ${isolate(amount)}`,
    otherInvoice: 'فاتورة لاحقة',
    more: (count, shown) => {
      const more = counted(count, shown, {
        zero: 'لا فواتير أخرى',
        one: 'فاتورة أخرى',
        two: 'فاتورتان أخريان',
        few: 'فواتير أخرى',
        many: 'فاتورة أخرى',
        other: 'فاتورة أخرى',
      });
      return `و${more}.`;
    },
  },

  accepted: {
    title: 'قُبلت الدفعة',
    text: (lender) => ['وصلت دفعتك إلى ', lender, '.'],
    titleOver: 'لم تعد هذه الدفعة قيد التنفيذ',
    textOver: (lender) => ['كانت ', lender, ' قد قبلتها، ثم تغيّرت حالتها.'],
    total: 'فوّضت دفع',
    reference: 'المرجع',
    status: 'الحالة',
    authorizedAt: 'وقت التفويض',
    debited: 'يخصم مصرفك المبلغ من الحساب.',
    posted: 'لا تشمل الأرصدة المستحقة هذه الدفعة حتى تُقيَّد. وتظهر بجانبها على أنها قيد التنفيذ.',
    later: 'بعد ذلك',
    print: 'طباعة الإيصال',
  },

  refused: {
    title: 'رُفضت الدفعة',
    nothing: 'لم يُدفع شيء.',
    notArrived: 'لم يصل الطلب، وقد سُحب حتى لا يصل لاحقًا. يمكنك الدفع الآن.',
    todo: 'ما يمكنك فعله',
    again: 'غيّر المذكور هنا وأعد المحاولة. تم الاحتفاظ ببقية ما أدخلته.',
    againLater: 'ارجع إلى عقودك، وتحقق من الرصيد المستحق، وادفع من هناك.',
    notMade: 'دفعة لم تتم',
    askedAt: 'وقت الطلب',
    change: 'تغيير الدفعة',
  },

  changed: {
    title: 'تغيّر الرصيد',
    titleTerms: 'تغيّرت شروط هذه الدفعة',
    nothing: 'لم يُدفع شيء.',
    balance: 'قُيِّدت عملية أو دُفع مبلغ هنا أثناء مراجعتك. اطّلع على الرصيد الجديد وراجع مرة أخرى.',
    terms: 'لم يعد التاريخ أو الحساب المصرفي أو نص التفويض صالحًا. لم يُستخدم تفويضك. راجع الدفعة مرة أخرى.',
    waiting: 'لم يصل الرصيد الجديد بعد.',
    caption: (contract) => ['رصيد العقد ', contract, '، قبل والآن'],
    sums: 'الرصيد',
    captionMany: 'الأرصدة المستحقة للعقود التي تغيّرت، قبل والآن',
    before: 'قبل',
    now: 'الآن',
    reviewOf: (amount) => `مراجعة دفع ${isolate(amount)}`,
    nothingLeft: 'لم يبقَ شيء للدفع هنا.',
    change: 'تغيير الدفعة',
  },

  checking: {
    title: 'نتحقق من هذه الدفعة',
    text: (moment) => `أُرسل طلبك بتاريخ ${isolate(moment)}، لكن الرد لم يصلنا. يمكنك إغلاق هذه الصفحة، وسنسأل مرة أخرى عند عودتك.`,
    once: 'يُحتسب طلبك مرة واحدة على الأكثر. لن يُخصم منك المبلغ مرتين.',
    beingChecked: 'قيد التحقق',
    now: 'الآن',
    asking: 'نسأل مرة أخرى تلقائيًا.',
    askedAt: (moment) => `نسأل مرة أخرى تلقائيًا. آخر مرة ${isolate(moment)}.`,
    soon: 'حالما نعرف',
    soonText: 'تُظهر هذه الصفحة أن الدفعة قُبلت، أو أنه لم يُدفع شيء.',
    until: 'حتى ذلك الحين',
    untilText: 'لا يمكن دفع هذا العقد هنا مرة أخرى.',
    stays: 'إذا بقي الأمر كذلك',
    staysText: (request) => `اذكر رقم الطلب ${isolate(request)}.`,
    back: 'العودة إلى العقود',
  },

  signedOut: {
    title: 'سجّل الدخول لعرض عقودك',
    text: 'تظهر الفواتير غير المسددة والدفعات بعد تسجيل الدخول.',
  },

  faults: {
    'endpoint-missing': 'لم يتم إعداد هذا الجزء من الصفحة بعد.',
    'endpoint-insecure': 'لم يتم إعداد هذا الجزء من الصفحة بشكل آمن، ولذلك يبقى مغلقًا.',
    network: 'لا يوجد اتصال بجهة التمويل. تحقق من اتصالك بالإنترنت وأعد المحاولة.',
    timeout: 'لم ترد جهة التمويل في الوقت المناسب. أعد المحاولة.',
    'bad-answer': 'تعذّرت قراءة رد جهة التمويل. أعد المحاولة بعد بضع دقائق.',
    unavailable: 'نظام جهة التمويل غير متاح. أعد المحاولة بعد بضع دقائق.',
    'rate-limited': 'طلبات كثيرة جدًا. انتظر دقيقة وأعد المحاولة.',
    unauthenticated: 'انتهت جلستك. سجّل الدخول مرة أخرى.',
    forbidden: 'لا يُسمح لهذا الحساب بذلك.',
    'payments-off': 'لا تقبل جهة التمويل الدفع هنا في الوقت الحالي.',
    'payer-changed': 'سجّل الدخول شخص آخر في هذه الأثناء. اطّلع على العقود مرة أخرى.',
    'not-found': 'لم يعد هذا موجودًا. اطّلع على العقود مرة أخرى.',
    refused: 'لم تقبل جهة التمويل الطلب.',
    'key-reused': 'لا يمكن إرسال هذا الطلب مرة أخرى. ابدأ الدفع من جديد.',
    'too-large': 'لم تتمكن جهة التمويل من استلام هذا الطلب.',
    'unsupported-media-type': 'لم تتمكن جهة التمويل من استلام هذا الطلب.',
    'storage-blocked': 'لا يحفظ هذا المتصفح بيانات لهذه الصفحة. اتركها مفتوحة حتى ترى النتيجة.',
    'language-failed': 'تعذّر تحميل هذه الصفحة بلغتك.',
  },

  announcements: {
    loaded: (count, shown) =>
      `${counted(count, shown, {
        zero: 'لم تُحمَّل أي عقود',
        one: 'تم تحميل عقد واحد',
        two: 'تم تحميل عقدين',
        few: 'عقود تم تحميلها',
        many: 'عقدًا تم تحميلها',
        other: 'عقد تم تحميلها',
      })}.`,
    refreshed: 'تم تحديث العقود.',
    failed: 'تعذّر تحميل عقودك.',
    stale: 'تعذّر تحديث العقود.',
    offline: 'أنت غير متصل بالإنترنت. تبقى آخر الأرقام على الشاشة.',
    online: 'عاد الاتصال بالإنترنت.',
    invoices: 'تم تحميل الفواتير.',
    gathering: 'جارٍ البحث عن العقود التي يمكن دفعها.',
    payAll: 'ادفع كل المستحقات: اختر المبالغ.',
    removed: (number) => `استُبعد العقد ${isolate(number)} من هذه الدفعة.`,
    added: (number) => `أُضيف العقد ${isolate(number)} إلى هذه الدفعة.`,
    notGathered: 'تعذّر تحميل العقود.',
    preparing: 'جارٍ إعداد المراجعة.',
    review: 'راجع الدفعة.',
    noReview: 'تعذّر إعداد المراجعة.',
    sending: 'جارٍ إرسال الدفعة.',
    accepted: 'قُبلت الدفعة.',
    refused: 'رُفضت الدفعة. لم يُدفع شيء.',
    changed: 'لم يُدفع شيء. راجع الدفعة مرة أخرى.',
    checking: 'نتحقق من هذه الدفعة. لا تدفع مرة أخرى.',
    signedOut: 'تم تسجيل خروجك.',
  },
};

export default words;
