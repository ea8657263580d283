/** Words of asking and connecting, English and Arabic (in unified letters), that say nothing of what the data is about. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at by to for from with without and or not no nor is are was were be been being am do does did done has have had having
   what which who whom whose where when why how many much show list find give tell display return get select fetch provide present
   me us we our you your i my it its they them their he she his her him this that these those there here than then as if so also too
   each every all any some most least more less fewer few only both either neither other others another same different distinct unique
   can could would should will shall may might must please please let want need like see know
   between above below under over after before during within into out up down about across per such but while through
   s t ve re d ll don doesn isn aren
   كم عدد ما ماذا من في علي الي عن مع هو هي هم هن هذا هذه ذلك تلك التي الذي الذين اللاتي اللواتي اي اين متي كيف هل لماذا كل جميع بعض
   اعرض اظهر اذكر اعط اعطني ابحث اوجد اسرد قايمه لدينا لديها لديه لديهم يوجد توجد هناك كان كانت يكون تكون تم يتم او و ثم بين اكثر اقل اكبر اصغر
   قبل بعد خلال منذ حتي غير ليس ليست لا لم لن قد مختلف مختلفه نفس فقط ايضا عند حسب لكل وما ومن وعدد`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
