/** Net sales planned for a region, in millions of SAR, 2023 to 2025. */
export interface Region {
  readonly name: string;
  readonly nameAr: string;
  readonly plannedMillions: readonly [number, number, number];
}

export const REGIONS: readonly Region[] = [
  { name: 'Riyadh', nameAr: 'الرياض', plannedMillions: [12.0, 14.1, 16.9] },
  { name: 'Makkah', nameAr: 'مكة المكرمة', plannedMillions: [10.8, 12.2, 13.8] },
  { name: 'Eastern', nameAr: 'الشرقية', plannedMillions: [8.9, 9.6, 10.4] },
  { name: 'Asir', nameAr: 'عسير', plannedMillions: [3.8, 4.1, 4.3] },
  { name: 'Northern', nameAr: 'الشمالية', plannedMillions: [3.2, 3.3, 2.8] },
];

export interface Branch {
  readonly name: string;
  readonly nameAr: string;
  readonly city: string;
  readonly cityAr: string;
  /** Index into `REGIONS`. */
  readonly region: number;
  /** Share of the region's sales, relative to its other branches. */
  readonly weight: number;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly floorArea: number;
}

type Row = readonly [
  name: string,
  nameAr: string,
  city: string,
  cityAr: string,
  region: number,
  weight: number,
  openedOn: string,
  closedOn: string | null,
  floorArea: number,
];

const ROWS: readonly Row[] = [
  ['Riyadh Centre', 'الرياض الوسط', 'Riyadh', 'الرياض', 0, 30, '2014-03-02', null, 2400],
  ['Riyadh North', 'الرياض الشمال', 'Riyadh', 'الرياض', 0, 26, '2016-09-18', null, 2100],
  ['Riyadh West', 'الرياض الغرب', 'Riyadh', 'الرياض', 0, 17, '2018-01-14', null, 1500],
  ['Riyadh South', 'الرياض الجنوب', 'Riyadh', 'الرياض', 0, 12, '2019-11-03', null, 1200],
  ['Riyadh East', 'الرياض الشرق', 'Riyadh', 'الرياض', 0, 18, '2024-05-05', null, 1800],
  ['Kharj Market', 'سوق الخرج', 'Al Kharj', 'الخرج', 0, 8, '2020-02-09', null, 900],
  ['Jeddah Seafront', 'جدة الكورنيش', 'Jeddah', 'جدة', 1, 28, '2013-10-06', null, 2300],
  ['Jeddah North', 'جدة الشمال', 'Jeddah', 'جدة', 1, 22, '2017-04-16', null, 1700],
  ['Jeddah South', 'جدة الجنوب', 'Jeddah', 'جدة', 1, 13, '2021-08-22', null, 1100],
  ['Makkah Centre', 'مكة الوسط', 'Makkah', 'مكة المكرمة', 1, 20, '2015-05-24', null, 1600],
  ['Taif Heights', 'الطائف المرتفعات', 'Taif', 'الطائف', 1, 11, '2019-03-10', null, 1000],
  ['Dammam Centre', 'الدمام الوسط', 'Dammam', 'الدمام', 2, 26, '2014-11-16', null, 1900],
  ['Khobar Bay', 'الخبر الخليج', 'Khobar', 'الخبر', 2, 24, '2016-02-21', null, 1700],
  ['Dhahran Hills', 'الظهران التلال', 'Dhahran', 'الظهران', 2, 15, '2018-10-07', null, 1200],
  ['Jubail Harbour', 'الجبيل المرفأ', 'Jubail', 'الجبيل', 2, 13, '2020-12-13', null, 1000],
  ['Ahsa Palms', 'الأحساء النخيل', 'Al Ahsa', 'الأحساء', 2, 14, '2017-07-30', null, 1100],
  ['Abha Terrace', 'أبها الشرفة', 'Abha', 'أبها', 3, 22, '2016-06-12', null, 1100],
  ['Khamis Square', 'خميس مشيط الميدان', 'Khamis Mushait', 'خميس مشيط', 3, 18, '2018-04-08', null, 1000],
  ['Bisha Market', 'سوق بيشة', 'Bisha', 'بيشة', 3, 8, '2021-01-17', null, 700],
  ['Arar Centre', 'عرعر الوسط', 'Arar', 'عرعر', 4, 18, '2017-02-05', null, 900],
  ['Rafha Market', 'سوق رفحاء', 'Rafha', 'رفحاء', 4, 12, '2019-09-15', '2025-05-31', 700],
  ['Turaif Gate', 'بوابة طريف', 'Turaif', 'طريف', 4, 10, '2020-10-04', null, 600],
];

export const BRANCHES: readonly Branch[] = ROWS.map(([name, nameAr, city, cityAr, region, weight, openedOn, closedOn, floorArea]) => ({
  name,
  nameAr,
  city,
  cityAr,
  region,
  weight,
  openedOn,
  closedOn,
  floorArea,
}));
