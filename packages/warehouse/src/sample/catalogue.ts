import type { Name } from './names.ts';

export interface Category {
  readonly name: Name;
  readonly department: Name;
  /** How often a line is of this category, relative to the others. */
  readonly weight: number;
  /** What feasts, bargain days and summer do to it. */
  readonly moods: { readonly feast: number; readonly bargain: number; readonly summer: number };
  /** Share of the price that the goods cost. */
  readonly costShare: number;
  /** Share of lines that come back. */
  readonly returnShare: number;
  /** What is sold, with the price of the plain variant in SAR. */
  readonly goods: readonly (readonly [en: string, ar: string, price: number])[];
}

export const VARIANTS: readonly { readonly name: Name; readonly price: number; readonly weight: number }[] = [
  { name: ['Classic', 'كلاسيك'], price: 1, weight: 5 },
  { name: ['Plus', 'بلس'], price: 1.35, weight: 3 },
  { name: ['Prime', 'برايم'], price: 1.9, weight: 1.6 },
];

const TECHNOLOGY: Name = ['Technology', 'التقنية'];
const HOME: Name = ['Home', 'المنزل'];
const PERSONAL: Name = ['Personal', 'الشخصية'];
const LEISURE: Name = ['Leisure', 'الترفيه'];

export const CATEGORIES: readonly Category[] = [
  {
    name: ['Electronics', 'إلكترونيات'],
    department: TECHNOLOGY,
    weight: 20,
    moods: { feast: 1, bargain: 2.2, summer: 1 },
    costShare: 0.81,
    returnShare: 0.035,
    goods: [
      ['Wireless earbuds', 'سماعات لاسلكية', 240],
      ['Tablet', 'جهاز لوحي', 1150],
      ['Smart watch', 'ساعة ذكية', 690],
      ['Bluetooth speaker', 'مكبر صوت بلوتوث', 320],
      ['Laptop', 'حاسوب محمول', 2600],
    ],
  },
  {
    name: ['Home appliances', 'أجهزة منزلية'],
    department: HOME,
    weight: 15,
    moods: { feast: 1.1, bargain: 1.5, summer: 1.3 },
    costShare: 0.74,
    returnShare: 0.025,
    goods: [
      ['Air fryer', 'قلاية هوائية', 380],
      ['Vacuum cleaner', 'مكنسة كهربائية', 560],
      ['Coffee machine', 'آلة قهوة', 740],
      ['Air cooler', 'مبرد هواء', 890],
      ['Steam iron', 'مكواة بخار', 210],
    ],
  },
  {
    name: ['Furniture', 'أثاث'],
    department: HOME,
    weight: 7,
    moods: { feast: 1.3, bargain: 1.1, summer: 0.9 },
    costShare: 0.58,
    returnShare: 0.03,
    goods: [
      ['Majlis sofa', 'كنبة مجلس', 2300],
      ['Coffee table', 'طاولة قهوة', 620],
      ['Office chair', 'كرسي مكتب', 540],
      ['Bookshelf', 'رف كتب', 430],
      ['Bed frame', 'إطار سرير', 1650],
    ],
  },
  {
    name: ['Kitchenware', 'أدوات المطبخ'],
    department: HOME,
    weight: 16,
    moods: { feast: 1.7, bargain: 0.8, summer: 0.9 },
    costShare: 0.55,
    returnShare: 0.02,
    goods: [
      ['Cookware set', 'طقم قدور', 340],
      ['Arabic coffee pot', 'دلة قهوة', 160],
      ['Serving tray', 'صينية تقديم', 120],
      ['Tea set', 'طقم شاي', 190],
      ['Knife set', 'طقم سكاكين', 145],
    ],
  },
  {
    name: ['Perfumes', 'عطور'],
    department: PERSONAL,
    weight: 14,
    moods: { feast: 2.6, bargain: 1, summer: 0.9 },
    costShare: 0.44,
    returnShare: 0.01,
    goods: [
      ['Oud perfume', 'عطر عود', 420],
      ['Rose water mist', 'رذاذ ماء الورد', 90],
      ['Musk oil', 'دهن المسك', 150],
      ['Incense burner', 'مبخرة', 180],
      ['Amber perfume', 'عطر عنبر', 310],
    ],
  },
  {
    name: ['Fashion', 'أزياء'],
    department: PERSONAL,
    weight: 14,
    moods: { feast: 2.2, bargain: 1.2, summer: 1 },
    costShare: 0.5,
    returnShare: 0.085,
    goods: [
      ['Thobe', 'ثوب', 260],
      ['Abaya', 'عباءة', 380],
      ['Leather sandals', 'صندل جلد', 230],
      ['Handbag', 'حقيبة يد', 450],
      ['Shemagh', 'شماغ', 170],
    ],
  },
  {
    name: ['Toys', 'ألعاب'],
    department: LEISURE,
    weight: 8,
    moods: { feast: 2.1, bargain: 1.2, summer: 1.3 },
    costShare: 0.52,
    returnShare: 0.03,
    goods: [
      ['Building blocks', 'مكعبات بناء', 140],
      ['Board game', 'لعبة لوحية', 110],
      ['Remote car', 'سيارة تحكم', 230],
      ['Puzzle', 'أحجية', 65],
      ['Doll house', 'بيت دمى', 290],
    ],
  },
  {
    name: ['Sports', 'رياضة'],
    department: LEISURE,
    weight: 8,
    moods: { feast: 0.8, bargain: 1.1, summer: 1.4 },
    costShare: 0.6,
    returnShare: 0.04,
    goods: [
      ['Treadmill', 'جهاز مشي', 2100],
      ['Yoga mat', 'سجادة يوغا', 95],
      ['Dumbbell set', 'طقم أثقال', 350],
      ['Camping tent', 'خيمة تخييم', 520],
      ['Football', 'كرة قدم', 110],
    ],
  },
];

export const SUPPLIERS: readonly (readonly [name: Name, country: Name])[] = [
  [
    ['Palm Line Imports', 'خط النخيل للاستيراد'],
    ['Saudi Arabia', 'السعودية'],
  ],
  [
    ['Golden Dune Factory', 'مصنع الكثبان الذهبية'],
    ['Saudi Arabia', 'السعودية'],
  ],
  [
    ['Blue Harbour Trading', 'المرفأ الأزرق للتجارة'],
    ['United Arab Emirates', 'الإمارات'],
  ],
  [
    ['Pearl Coast Supply', 'ساحل اللؤلؤ للتوريد'],
    ['Bahrain', 'البحرين'],
  ],
  [
    ['North Bridge Goods', 'جسر الشمال للبضائع'],
    ['Kuwait', 'الكويت'],
  ],
  [
    ['Silver Crane Industries', 'صناعات الكركي الفضي'],
    ['China', 'الصين'],
  ],
  [
    ['Anatolia Home Works', 'أعمال الأناضول المنزلية'],
    ['Türkiye', 'تركيا'],
  ],
  [
    ['Indus Weave', 'نسيج السند'],
    ['India', 'الهند'],
  ],
];
