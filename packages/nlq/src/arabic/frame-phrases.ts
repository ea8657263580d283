/**
 * Arabic phrases of a question's frame and their English counterparts. Letters unified, no article; the longest phrase wins.
 * A name in `@` is settled by its neighbours in `reorder.ts`.
 */
const PHRASES = `
كم عدد=how many|كم هو عدد=how many|ما هو عدد=how many|ما عدد=how many|عدد=number of|كم مره=how many times|كم=@howmany|كم يبلغ=what is|كم بلغ=what is|كم بلغت=what is|كم تبلغ=what is|كم مجموع=what is the total|كم اجمالي=what is the total|كم متوسط=what is the average
ايش=what is|وش=what is|شو=what is|ايش هي=what is|ايش هو=what is|وش هي=what is|وش هو=what is|شو هي=what is|شو هو=what is|مين=who|مين هو=who|مين هي=who|مين هم=who|وين=where|من فضلك=please|لو سمحت=please|لو سمحتي=please|رجاء=please|ممكن=please|هل ممكن=please|هل يمكن=please|عندنا=the|لدينا=the|بس=only|عطني=show|عطيني=show|اعطنا=show|تعطيني=show|ابغي=show|ابغي اعرف=show|ابي=show|ابي اعرف=show|بدي=show|بدي اعرف=show|اريد ان اعرف=show|اريد معرفه=show|اود معرفه=show|ابغي اشوف=show|ابي اشوف=show|بدي اشوف=show|هل يمكنك عرض=show|هل تعرض=show
كم بعنا=how much did we sell|بعنا كم=how much did we sell|بكم بعنا=how much did we sell|كم نبيع=how much do we sell|بعنا=did we sell|دفعنا=did we pay|اشترينا=did we buy|باع=@did sold|باعت=@did sold|باعوا=@did sold|انباع=@did sold|انباعت=@did sold|اشتري=@did bought|اشترت=@did bought|اشتروا=@did bought|طلبوا=@did ordered|ما باع=not @did sold|ما باعت=not @did sold|ما باعوا=not @did sold|ما اشتري=not @did bought|ما اشترت=not @did bought|ما اشتروا=not @did bought|ما طلبوا=not @did ordered|من باع=who @did sold|من اشتري=who @did bought|الغي=cancelled|الغيت=cancelled|انلغي=cancelled|انلغت=cancelled|تم الغاوها=cancelled|تم الغاوه=cancelled
ما هو=what is|ما هي=what is|ما هم=what are|ماهو=what is|ماهي=what is|ما=what|ماذا=what|من هو=who is|من هي=who is|من هم=who are|اي=which|ايه=which|اين=where|متي=when
اعرض=show|اظهر=show|اعطني=show|اعطيني=show|هات=show|ارني=show|اريد=show|اذكر=list|اسرد=list|عدد لي=list|قايمه=list|احسب=calculate|اوجد=find|جد=find|ابحث عن=find|اعرض لي=show|وريني=show|اطلعني علي=show|قارن=compare|قارني=compare|مقارنه=compare|قارن بين=compare
متوسط=average|وسيط=median|قيمه وسيطه=median|معدل=average|وسطي=average|مجموع=total|اجمالي=total|مجمل=total|حد ادني=minimum|حد اقصي=maximum|ادني=lowest|اقصي=maximum
اعلي=@high|اكبر=@high|اكثر=@high|افضل=@high|اقل=@low|اصغر=@low|اسوا=@low|احدث=latest|اقدم=oldest|اغلي=most expensive|ارخص=cheapest|اطول=longest|اقصر=shortest
اكثر من=more than|اكبر من=greater than|اعلي من=higher than|ازيد من=more than|يزيد عن=more than|تزيد عن=more than|يزيد علي=more than|تزيد علي=more than|يتجاوز=more than|تتجاوز=more than|يفوق=more than|تفوق=more than|تجاوز=more than|تجاوزت=more than|فوق=above
اقل من=less than|اصغر من=less than|ادني من=less than|يقل عن=less than|تقل عن=less than|ارخص من=cheaper than|اغلي من=more expensive than|اطول من=longer than|اقصر من=shorter than|احدث من=newer than|اقدم من=older than|تحت=below|دون سن=under
لا يقل عن=at least|لا تقل عن=at least|لا يزيد عن=at most|لا تزيد عن=at most|لا يتجاوز=at most|لا تتجاوز=at most|علي اقل=@atleast|علي اكثر=@atmost|او اكثر=or more|فاكثر=or more|فما فوق=or more|او اقل=or less|فاقل=or less|يساوي=equal to|تساوي=equal to
بين=between|ما بين=between
لكل=for each|في كل=for each|كل=each|لجميع=for all|جميع=all|كافه=all|كامل=all|بحسب=by|مقسوم علي=divided by|مقسومه علي=divided by|مقسوما علي=divided by|حسب=by|علي حسب=by|وفق=by|وفقا ل=by|من حيث=by|موزعه علي=by|موزعه حسب=by|موزع حسب=by|مقسمه حسب=by|مقسما حسب=by|مصنفه حسب=by|مجمعه حسب=by|علي مستوي=by|توزيع=distribution of
مرتبه حسب=sorted by|مرتبا حسب=sorted by|مرتب حسب=sorted by|رتبها حسب=sorted by|رتبهم حسب=sorted by|مرتبين حسب=sorted by|رتب حسب=sorted by|ترتيب حسب=sorted by|مرتبه من اعلي الي اقل=in descending order|من اعلي الي اقل=in descending order|من اكبر الي اصغر=in descending order|من اقل الي اعلي=in ascending order|من اصغر الي اكبر=in ascending order|تنازليا=in descending order|ترتيبا تنازليا=in descending order|تصاعديا=in ascending order|ترتيبا تصاعديا=in ascending order|ابجديا=alphabetically|هجاييا=alphabetically|مرتبه=sorted|مرتبا=sorted
نسبه=percentage of|نسبه ميويه=percentage|حصه=share of|كم نسبه=what percentage of|ما نسبه=what percentage of|ما هي نسبه=what percentage of|بالميه=percent|في ميه=percent|فرق بين=difference between|فرق=difference
مختلف=different|مختلفه=different|فريد=distinct|فريده=distinct|متميزه=distinct|مميزه=distinct|بدون تكرار=distinct
غير=not|ليس=not|ليست=not|ليسوا=not|لم=not|لم تحقق=missed|لم يحقق=missed|ولم=and not|لا=not|بدون=without|بلا=without|دون=without|ماعدا=except|ما عدا=except|باستثناء=except|عدا=except|ليس لديهم=without|ليس لديها=without|ليس لديه=without|ليس لها=without|ليس له=without|ليس لهم=without|لا يوجد لديهم=without|لا يوجد لها=without|لا يوجد له=without|لم يقوموا باي=without|لم يكن لهم=without
او=or|و=and|مع=with|وايضا=and|كذلك=and|ايضا=too|ثم=and
ذات=with|الذين لديهم=with|التي لديها=with|الذي لديه=with|التي لها=with|الذي له=with|الذين لهم=with|لديهم=with|لديها=with|لديه=with|تحتوي علي=containing|يحتوي علي=containing|تبدا ب=starting with|يبدا ب=starting with|تنتهي ب=ending with|ينتهي ب=ending with|باسم=named|اسمه=named|اسمها=named|تسمي=named|يدعي=named
الذي=that|التي=that|اللي=that|الذين=that|اللواتي=that|اللاتي=that|هو=is|هي=is|هم=are|كان=was|كانت=was|كانوا=were|تم=was|يوجد=exist|توجد=exist|هناك=there are|هذا=@here|هذه=@here|ذلك=that|تلك=that
من=of|منهم=of them|منها=of them|في=in|علي=on|عن=about|الي=to|ل=for|لدي=of|عند=at|ضمن=in|داخل=in|عبر=across
خلال=during|اثناء=during|طوال=during|منذ=since|ابتداء من=since|اعتبارا من=since|بدءا من=since|قبل=before|بعد=after|حتي=until|لغايه=until|حتي نهايه=until|لغايه نهايه=until|بدايه=beginning of|اول=first|مطلع=beginning of|حتي الان=so far|حتي اليوم=so far|بتاريخ=on
مقارنه ب=compared with|مقارنه مع=compared with|بالمقارنه مع=compared with|مقابل=versus|تراكمي=cumulative|تراكميه=cumulative|تراكميا=cumulatively|مجموع تراكمي=running total of|اجمالي تراكمي=running total of|نمو=growth of|معدل نمو=growth rate of|نسبه نمو=growth rate of|نسبه تغير=percentage change in|كم نمت=growth of|كم نما=growth of|كم نمو=growth of|كم نسبه نمو=growth of|ما نسبه نمو=growth of|ما هي نسبه نمو=growth of|ما هو معدل نمو=growth of|نمت=grew|نما=grew|تنمو=grow|علي اساس سنوي=year over year|علي اساس شهري=month over month|سنه بعد سنه=year over year|شهر بعد شهر=month over month|نمو سنوي=annual growth of|نمو شهري=monthly growth of|نمو ربع سنوي=quarterly growth of|تغير=change of|تطور=over time|عبر زمن=over time|مع مرور وقت=over time|اتجاه=trend of
فقط=only|وبس=only|نفس شيء=same|نفس شي=same|نفسه=same|نفسها=same|بدلا من ذلك=instead|بدل ذلك=instead|رتبها=sort|رتب=sort|رتبها تصاعديا=sort ascending|رتب تصاعديا=sort ascending|رتبها تنازليا=sort descending|رتب تنازليا=sort descending|كرسم بياني=as a chart|كمخطط=as a chart|كمخطط بياني=as a chart|كرسم دايري=as a pie chart|كمخطط دايري=as a pie chart|كرسم خطي=as a line chart|كمخطط خطي=as a line chart|كرسم اعمده=as a bar chart|كاعمده=as a bar chart|كجدول=as a table|رسم بياني=chart|مخطط بياني=chart|رسم دايري=pie chart|مخطط دايري=pie chart|رسم خطي=line chart|مخطط خطي=line chart|مخطط مساحي=area chart|رسم اعمده=bar chart|مخطط اعمده=bar chart|اعمده متراكمه=stacked bar chart|اعمده مكدسه=stacked bar chart|خريطه حراريه=heatmap|جدول محوري=pivot table|كجدول محوري=as a pivot table|في جدول محوري=in a pivot table|جدولا محوريا=pivot table
شهريا=monthly|شهري=monthly|شهريه=monthly|سنويا=yearly|سنوي=yearly|سنويه=yearly|يوميا=daily|يومي=daily|يوميه=daily|اسبوعيا=weekly|اسبوعي=weekly|اسبوعيه=weekly|ربع سنوي=quarterly|ربع سنويا=quarterly|ربع سنويه=quarterly|فصليا=quarterly|بالشهر=by month|بالسنه=by year|باليوم=by day|ايام اسبوع=day of week|يوم اسبوع=day of week|ايام في اسبوع=day of week
سنه=year|عام=year|سنوات=years|سنين=years|اعوام=years|شهر=month|اشهر=months|شهور=months|اسبوع=week|اسابيع=weeks|يوم=day|يوما=days|شهرا=months|عاما=years|اسبوعا=weeks|ايام=days|ربع=quarter|ارباع=quarters|نصف=half|سنتين=2 years|سنتان=2 years|عامين=2 years|عامان=2 years|شهرين=2 months|شهران=2 months|اسبوعين=2 weeks|يومين=2 days|ربعين=2 quarters
اليوم=today|امس=yesterday|يوم امس=yesterday|البارحه=yesterday|غدا=tomorrow|سنه ماليه=fiscal year|عام مالي=fiscal year
ماضي=@last|ماضيه=@last|سابق=@last|سابقه=@last|منصرم=@last|منصرمه=@last|فايت=@last|فايته=@last|اخيره=@last|اخير=@last|اخر=last|حالي=@this|حاليه=@this|جاري=@this|جاريه=@this|قادم=@next|اللي فات=@last|اللي فاتت=@last|اللي راح=@last|اللي راحت=@last|اللي مضي=@last|اللي مضت=@last|الذي مضي=@last|التي مضت=@last|الذي فات=@last|التي فاتت=@last|قادمه=@next|مقبل=@next|مقبله=@next|تالي=@next|تاليه=@next
اول=first|اولي=first|ثاني=second|ثانيه=second|ثالث=third|ثالثه=third|رابع=fourth|رابعه=fourth
يناير=january|فبراير=february|مارس=march|ابريل=april|مايو=may|يونيو=june|يوليو=july|اغسطس=august|سبتمبر=september|اكتوبر=october|نوفمبر=november|ديسمبر=december
كانون الثاني=january|شباط=february|اذار=march|نيسان=april|ايار=may|حزيران=june|تموز=july|اب=august|ايلول=september|تشرين الاول=october|تشرين الثاني=november|كانون الاول=december|جانفي=january|فيفري=february|افريل=april|ماي=may|جوان=june|جويليه=july|اوت=august`;

/** Words that mean something else with the article: "today" and "a day". */
const KEEPS_ARTICLE = new Set(['اليوم', 'الغيت', 'الغاء', 'الذي', 'التي', 'الذين', 'اللواتي', 'اللاتي', 'الي', 'البارحه']);

/** Unified Arabic phrase, articles off, to its English words. */
export const FRAME_PHRASES: ReadonlyMap<string, readonly string[]> = new Map(
  PHRASES.split(/[|\n]/)
    .filter(Boolean)
    .map((line) => line.split('='))
    .map(([arabic = '', english = '']) => [arabic.split(' ').map(withoutArticle).join(' '), english.split(' ')]),
);

/** Longest phrase, in words. */
export const LONGEST_PHRASE = Math.max(...[...FRAME_PHRASES.keys()].map((phrase) => phrase.split(' ').length));

export function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length > 4 && !KEEPS_ARTICLE.has(word) ? word.slice(2) : word;
}
