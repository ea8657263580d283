/** What names of business data are made of, in English and Arabic: `word singular plural`. `_` stands for a space. */
const NOUNS = `
account حساب حسابات; activity نشاط أنشطة; address عنوان عناوين; age عمر أعمار; agent وكيل وكلاء; agreement اتفاقية اتفاقيات; amount مبلغ مبالغ;
appointment موعد مواعيد; area منطقة مناطق; asset أصل أصول; attendance حضور حضور; author مؤلف مؤلفون; average متوسط متوسطات; balance رصيد أرصدة; bank بنك بنوك;
batch دفعة دفعات; benefit مزية مزايا; bill فاتورة فواتير; bed سرير أسرة; birth ميلاد مواليد; book كتاب كتب; booking حجز حجوزات; bonus مكافأة مكافآت; branch فرع فروع; brand علامة_تجارية علامات_تجارية;
budget ميزانية ميزانيات; building مبنى مبان; business عمل أعمال; buyer مشتر مشترون; call مكالمة مكالمات; campaign حملة حملات; capacity سعة سعات; car سيارة سيارات;
card بطاقة بطاقات; cart سلة سلال; carrier ناقل ناقلون; case حالة حالات; category فئة فئات; channel قناة قنوات; charge رسم رسوم; city مدينة مدن; claim مطالبة مطالبات; class صف صفوف;
client عميل عملاء; code رمز رموز; color لون ألوان; colour لون ألوان; comment تعليق تعليقات; commission عمولة عمولات; company شركة شركات; complaint شكوى شكاوى; contact جهة_اتصال جهات_اتصال;
contract عقد عقود; cost تكلفة تكاليف; count عدد أعداد; country دولة دول; county مقاطعة مقاطعات; coupon قسيمة قسائم; course مقرر مقررات; credit ائتمان ائتمانات; currency عملة عملات;
customer عميل عملاء; date تاريخ تواريخ; day يوم أيام; debt دين ديون; delivery توصيل توصيلات; department قسم أقسام; deposit إيداع إيداعات; description وصف أوصاف; device جهاز أجهزة;
discount خصم خصومات; distance مسافة مسافات; district حي أحياء; division إدارة إدارات; doctor طبيب أطباء; document وثيقة وثائق; driver سائق سائقون; duration مدة مدد; email بريد رسائل_بريد;
employee موظف موظفون; employer صاحب_عمل أصحاب_عمل; end نهاية نهايات; engine محرك محركات; error خطأ أخطاء; event حدث أحداث; exam اختبار اختبارات; expense مصروف مصروفات; expiry انتهاء انتهاءات;
factory مصنع مصانع; fee رسم رسوم; field حقل حقول; file ملف ملفات; flight رحلة رحلات; floor طابق طوابق; game لعبة ألعاب; gender جنس أجناس; gift هدية هدايا; goal هدف أهداف; goods بضاعة بضائع;
grade درجة درجات; group مجموعة مجموعات; guest ضيف ضيوف; height ارتفاع ارتفاعات; hire تعيين تعيينات; history سجل سجلات; holiday عطلة عطلات; hospital مستشفى مستشفيات; hotel فندق فنادق; hour ساعة ساعات;
house منزل منازل; id معرف معرفات; identifier معرف معرفات; image صورة صور; income دخل دخول; industry قطاع قطاعات; insurance تأمين تأمينات; interest فائدة فوائد; inventory مخزون مخزونات; invoice فاتورة فواتير;
item صنف أصناف; job وظيفة وظائف; key مفتاح مفاتيح; kind نوع أنواع; language لغة لغات; lead عميل_محتمل عملاء_محتملون; leave إجازة إجازات; length طول أطوال; level مستوى مستويات; limit حد حدود; line بند بنود;
loan قرض قروض; location موقع مواقع; loyalty ولاء ولاءات; machine آلة آلات; maintenance صيانة صيانات; manager مدير مديرون; margin هامش هوامش; mark علامة علامات; market سوق أسواق; material مادة مواد; meeting اجتماع اجتماعات;
member عضو أعضاء; message رسالة رسائل; method طريقة طرق; mileage مسافة مسافات; minute دقيقة دقائق; model طراز طرازات; month شهر أشهر; movement حركة حركات; movie فيلم أفلام; name اسم أسماء; nationality جنسية جنسيات;
note ملاحظة ملاحظات; number رقم أرقام; nurse ممرض ممرضون; offer عرض عروض; office مكتب مكاتب; opportunity فرصة فرص; order طلب طلبات; organization مؤسسة مؤسسات; origin منشأ مناشئ; owner مالك ملاك;
package حزمة حزم; page صفحة صفحات; parcel طرد طرود; partner شريك شركاء; patient مريض مرضى; payment دفعة دفعات; payroll راتب رواتب; penalty غرامة غرامات; percent نسبة نسب; percentage نسبة نسب; performance أداء أداءات;
period فترة فترات; permit تصريح تصاريح; person شخص أشخاص; phone هاتف هواتف; plan خطة خطط; player لاعب لاعبون; point نقطة نقاط; policy وثيقة وثائق; population عدد_السكان أعداد_السكان; position منصب مناصب;
premium قسط أقساط; prescription وصفة وصفات; price سعر أسعار; priority أولوية أولويات; process عملية عمليات; product منتج منتجات; production إنتاج إنتاجات; profit ربح أرباح; project مشروع مشاريع;
promotion عرض عروض; property عقار عقارات; province محافظة محافظات; purchase شراء مشتريات; quantity كمية كميات; quarter ربع أرباع; quota حصة حصص; rank رتبة رتب; rate معدل معدلات; rating تقييم تقييمات; ratio نسبة نسب;
reason سبب أسباب; receipt إيصال إيصالات; record سجل سجلات; reference مرجع مراجع; refund استرداد استردادات; region منطقة مناطق; registration تسجيل تسجيلات; rent إيجار إيجارات; rental تأجير تأجيرات; repair إصلاح إصلاحات;
report تقرير تقارير; representative مندوب مندوبون; request طلب طلبات; reservation حجز حجوزات; result نتيجة نتائج; return مرتجع مرتجعات; revenue إيراد إيرادات; review مراجعة مراجعات; reward مكافأة مكافآت; risk خطر مخاطر;
role دور أدوار; room غرفة غرف; route مسار مسارات; salary راتب رواتب; sale بيع مبيعات; salesperson مندوب_مبيعات مندوبو_مبيعات; sample عينة عينات; schedule جدول جداول; school مدرسة مدارس; score نتيجة نتائج;
season موسم مواسم; section قسم أقسام; sector قطاع قطاعات; segment شريحة شرائح; seller بائع بائعون; service خدمة خدمات; session جلسة جلسات; shareholder مساهم مساهمون; shift وردية ورديات; shipment شحنة شحنات; shipping شحن شحنات;
shop متجر متاجر; site موقع مواقع; size حجم أحجام; skill مهارة مهارات; source مصدر مصادر; speed سرعة سرعات; staff موظف موظفون; stage مرحلة مراحل; start بداية بدايات; state حالة حالات; station محطة محطات; status حالة حالات;
step خطوة خطوات; stock مخزون مخزونات; store متجر متاجر; street شارع شوارع; student طالب طلاب; subject مادة مواد; subscription اشتراك اشتراكات; supplier مورد موردون; supply توريد توريدات; survey استبيان استبيانات;
target هدف أهداف; task مهمة مهام; tax ضريبة ضرائب; teacher معلم معلمون; team فريق فرق; temperature درجة_حرارة درجات_حرارة; tenant مستأجر مستأجرون; term مدة مدد; test اختبار اختبارات; text نص نصوص; ticket تذكرة تذاكر; time وقت أوقات;
title عنوان عناوين; tower برج أبراج; track مسار مسارات; transaction معاملة معاملات; transfer تحويل تحويلات; trip رحلة رحلات; truck شاحنة شاحنات; type نوع أنواع; unit وحدة وحدات; university جامعة جامعات; update تحديث تحديثات;
user مستخدم مستخدمون; value قيمة قيم; vat ضريبة_القيمة_المضافة ضرائب_القيمة_المضافة; vehicle مركبة مركبات; vendor مورد موردون; version إصدار إصدارات; visit زيارة زيارات; volume حجم أحجام; voucher قسيمة قسائم; wage أجر أجور; warehouse مستودع مستودعات; warranty ضمان ضمانات;
website موقع مواقع; week أسبوع أسابيع; weight وزن أوزان; width عرض عروض; withdrawal سحب سحوبات; work عمل أعمال; worker عامل عمال; year سنة سنوات; zone منطقة مناطق`;

/** Follow their noun and agree with it; the feminine adds ة unless it is written here. */
const ADJECTIVES = `
active نشط; actual فعلي; annual سنوي; base أساسي; closed مغلق; current حالي; daily يومي; default افتراضي; due مستحق; final نهائي; first أول أولى; full كامل; high عال عالية; internal داخلي; last أخير; late متأخر; local محلي; low منخفض;
main رئيسي; monthly شهري; national وطني; new جديد; old قديم; online إلكتروني; open مفتوح; original أصلي; overdue متأخر; paid مدفوع; personal شخصي; planned مخطط; previous سابق; primary أساسي; public عام عامة; quarterly ربعي;
remaining متبق متبقية; secondary ثانوي; special خاص; standard قياسي; technical فني; total إجمالي; unpaid غير_مدفوع غير_مدفوعة; valid صالح; weekly أسبوعي; yearly سنوي`;

/** Stand before their noun, as in English. */
const BEFORE = `net صافي; gross إجمالي; maximum أعلى; minimum أدنى`;

const rows = (text: string) => text.split(';').map((row) => row.trim().split(/\s+/));
const spaced = (word: string | undefined) => (word ?? '').replaceAll('_', ' ');

export const ARABIC_NOUNS: ReadonlyMap<string, { readonly one: string; readonly many: string }> = new Map(
  rows(NOUNS).map(([english = '', one, many]) => [english, { one: spaced(one), many: spaced(many) }]),
);

export const ARABIC_ADJECTIVES: ReadonlyMap<string, { readonly masculine: string; readonly feminine: string }> = new Map(
  rows(ADJECTIVES).map(([english = '', masculine, feminine]) => [
    english,
    { masculine: spaced(masculine), feminine: spaced(feminine ?? `${masculine}ة`) },
  ]),
);

export const ARABIC_BEFORE: ReadonlyMap<string, string> = new Map(rows(BEFORE).map(([english = '', arabic]) => [english, spaced(arabic)]));
