import { withoutArticle } from './frame-phrases.ts';

/** The number an Arabic word stands for, either gender; null when it is none. Letters unified. */
export function smallNumberOf(word: string): number | null {
  return SMALL.get(withoutArticle(word)) ?? null;
}

/**
 * The number that begins at a word: "خمسه وعشرين" is 25, "ثلاثه الاف" 3000. Units stand before tens, joined by "and",
 * which is written onto the second word.
 */
export function readArabicNumber(words: readonly string[], at: number): { value: number; length: number } | null {
  let total = 0;
  let group: number | null = null;
  let length = 0;
  for (let index = at; index < words.length; index++) {
    const written = words[index] ?? '';
    const joined = index > at && written.startsWith('و');
    const word = joined ? written.slice(1) : written;
    const digits: number | null = /^\d+(\.\d+)?$/.test(word) && index === at ? Number(word) : null;
    const small = digits ?? smallNumberOf(word);
    const scale = SCALES.get(word);
    if (
      small !== null &&
      (index === at || joined || (small === 10 && group !== null && group < 10) || (small === 100 && group !== null && group < 10))
    ) {
      group = small === 100 && group !== null && group < 10 && !joined ? group * 100 : (group ?? 0) + small;
    } else if (scale !== undefined && (index > at || scale.alone)) [total, group] = [total + (group ?? 1) * scale.value, null];
    else break;
    length = index - at + 1;
  }
  return length === 0 ? null : { value: total + (group ?? 0), length };
}

const entries = (text: string): [string, number][] =>
  text.split('|').map((pair) => {
    const [words = '', value] = pair.split('=');
    return [words.trim(), Number(value)];
  });

const SMALL = new Map(
  entries(
    'صفر=0|واحد=1|واحده=1|اثنان=2|اثنين=2|اثنتان=2|اثنتين=2|ثلاث=3|ثلاثه=3|اربع=4|اربعه=4|خمس=5|خمسه=5|ست=6|سته=6|سبع=7|سبعه=7|ثمان=8|ثماني=8|ثمانيه=8|تسع=9|تسعه=9|عشر=10|عشره=10|عشرون=20|عشرين=20|ثلاثون=30|ثلاثين=30|اربعون=40|اربعين=40|خمسون=50|خمسين=50|ستون=60|ستين=60|سبعون=70|سبعين=70|ثمانون=80|ثمانين=80|تسعون=90|تسعين=90|ميه=100|مايه=100|ميتان=200|ميتين=200|مايتان=200|مايتين=200|ثلاثميه=300|ثلاثمايه=300|اربعميه=400|اربعمايه=400|خمسميه=500|خمسمايه=500|ستميه=600|ستمايه=600|سبعميه=700|سبعمايه=700|ثمانميه=800|ثمانمايه=800|تسعميه=900|تسعمايه=900',
  ),
);
const SCALES = new Map([
  ['الف', { value: 1e3, alone: true }],
  ['الاف', { value: 1e3, alone: false }],
  ['الفين', { value: 2e3, alone: true }],
  ['الفان', { value: 2e3, alone: true }],
  ['مليون', { value: 1e6, alone: true }],
  ['ملايين', { value: 1e6, alone: false }],
  ['مليونين', { value: 2e6, alone: true }],
  ['مليار', { value: 1e9, alone: true }],
  ['مليارات', { value: 1e9, alone: false }],
]);
