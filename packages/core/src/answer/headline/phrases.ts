import type { HeadlinePart, Language } from '@majed-vanna/contract';
import { writeList } from './figures.ts';

type Change = { readonly text: string; readonly tone: 'up' | 'down' | 'plain' } | null;

export interface SeriesWords {
  readonly total: string | null;
  readonly label: string;
  readonly change: Change;
  readonly from: string;
  readonly to: string;
  readonly fromFigure: string;
  readonly toFigure: string;
  readonly peak: { readonly name: string; readonly figure: string };
}

/** The sentences of the first line, one set per language. */
export interface Phrases {
  nothing(period: string | null): HeadlinePart[];
  single(value: string, label: string, period: string | null): HeadlinePart[];
  several(values: readonly { readonly label: string; readonly figure: string }[], period: string | null): HeadlinePart[];
  one(name: string, value: string, label: string): HeadlinePart[];
  named(name: string, value: string): string;
  top(name: string, value: string, followers: string, lowest: boolean): HeadlinePart[];
  /** In front of `count` of the `all` groups, and there farthest in `group`. */
  firstOfMost(name: string, count: string, all: string, group: string, value: string, lowest: boolean): HeadlinePart[];
  /** Each group has a first of its own; `who` is the first among them. */
  firstOfAll(who: string, value: string, all: string, lowest: boolean): HeadlinePart[];
  /** When a figure grew most. */
  fastest(moment: string, change: NonNullable<Change>): HeadlinePart[];
  /** All are equal. */
  level(count: string, value: string): HeadlinePart[];
  /** `who`: the names of those in front, or how many they are. */
  tied(who: string, value: string): HeadlinePart[];
  /** `lows`: the names of those at the other end; none when they are too many. */
  leads(name: string, value: string, total: string | null, lows: readonly string[], pair: boolean): HeadlinePart[];
  series(words: SeriesWords): HeadlinePart[];
  /** What a figure came to that adds up from moment to moment. */
  running(value: string, label: string, from: string, to: string): HeadlinePart[];
  /** A moment as it follows a noun. */
  during(moment: string): string;
  compared(value: string, period: string | null, change: Change, previous: string): HeadlinePart[];
  movements(leader: string, value: string, fallen: readonly string[], risen: readonly string[]): HeadlinePart[];
  names(list: string): HeadlinePart[];
  count(count: string, more: boolean, subject: string | null, single: boolean): HeadlinePart[];
}

export const plain = (text: string): HeadlinePart => ({ text, tone: 'plain' });
const figure = (text: string): HeadlinePart => ({ text, tone: 'figure' });
const changed = (change: NonNullable<Change>): HeadlinePart => ({
  text: change.text,
  tone: change.tone === 'plain' ? 'figure' : change.tone,
});

const COUNT_LABEL = /^(the )?(total )?(number|count) of (the )?/i;
/** A label in the middle of a sentence; "Number of orders" beside its number is just "orders". */
const unitOf = (label: string, value?: string) => {
  const noun = label.replace(COUNT_LABEL, '').replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return COUNT_LABEL.test(label) && value !== '1' ? plural(noun) : noun;
};

/** Table names come in both numbers. */
function plural(noun: string): string {
  if (/(ss|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /s$/i.test(noun) ? noun : `${noun}s`;
}

const behind = (text: string) => (text === '' ? '' : ` ${text}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const english: Phrases = {
  nothing: (period) => [plain(period ? `No rows match ${period}.` : 'No rows match.')],
  single: (value, label, period) => [figure(value), plain(`${behind(unitOf(label, value))}${behind(period ?? '')}.`)],
  several: (values, period) => [
    plain(period ? `${capital(period)}: ` : ''),
    ...values.flatMap(({ label, figure: value }, index) => [plain(`${index ? ', ' : ''}${unitOf(label)} `), figure(value)]),
    plain('.'),
  ],
  one: (name, value, label) => [figure(name), plain(' with '), figure(value), plain(`${behind(unitOf(label, value))}.`)],
  named: (name, value) => `${name} (${value})`,
  top: (name, value, followers, lowest) => [
    figure(name),
    plain(lowest ? ' is lowest with ' : ' leads with '),
    figure(value),
    plain(followers ? `, then ${followers}.` : '.'),
  ],
  firstOfMost: (name, count, all, group, value, lowest) => [
    figure(name),
    plain(lowest ? ' is lowest in ' : ' leads in '),
    figure(`${count} of ${all}`),
    plain(`, ${lowest ? 'lowest' : 'highest'} in ${group} with `),
    figure(value),
    plain('.'),
  ],
  firstOfAll: (who, value, all, lowest) => [
    figure(who),
    plain(` is ${lowest ? 'lowest' : 'highest'} of all ${all} with `),
    figure(value),
    plain('.'),
  ],
  fastest: (moment, change) => [plain(` Best change in ${moment} with `), changed(change), plain('.')],
  level: (count, value) => [plain('All '), figure(count), plain(' are level with '), figure(value), plain('.')],
  tied: (who, value) => [figure(who), plain(' share the lead with '), figure(value), plain('.')],
  leads: (name, value, total, lows, pair) => [
    figure(name),
    plain(' leads with '),
    figure(value),
    ...(total ? [plain(' of '), figure(total)] : []),
    plain(
      lows.length === 0 ? '.' : pair ? `, ahead of ${lows[0]}.` : `; ${writeList(lows, 'en')} ${lows.length === 1 ? 'is' : 'are'} lowest.`,
    ),
  ],
  series: ({ total, label, change, from, to, fromFigure, toFigure, peak }) => [
    ...(total
      ? [figure(total), plain(` ${unitOf(label)} in total, `)]
      : [plain('From '), figure(fromFigure), plain(' to '), figure(toFigure), plain(change ? ', ' : ' ')]),
    ...(change ? [changed(change), plain(' ')] : []),
    plain(`from ${from} to ${to}; highest in ${peak.name} with `),
    figure(peak.figure),
    plain('.'),
  ],
  running: (value, label, from, to) => [figure(value), plain(` ${unitOf(label)} from ${from} to ${to}.`)],
  during: (moment) => (/^\d{1,2} /.test(moment) ? `on ${moment}` : `in ${moment}`),
  compared: (value, period, change, previous) => [
    figure(value),
    plain(period ? ` ${period}` : ''),
    ...(change ? [plain(', '), changed(change), plain(` on ${previous}`)] : [plain(`; nothing to compare with in ${previous}`)]),
  ],
  movements: (leader, value, fallen, risen) => [
    figure(leader),
    plain(' leads with '),
    figure(value),
    plain(movement(fallen, risen, 'only', 'fell', 'rose', 'all rose', 'all fell')),
  ],
  names: (list) => [figure(list), plain('.')],
  count: (count, more, subject, single) => [
    plain(more ? 'More than ' : ''),
    figure(count),
    plain(` ${subject ? (single ? unitOf(subject) : plural(unitOf(subject))) : single ? 'row' : 'rows'}.`),
  ],
};

const arabic: Phrases = {
  nothing: (period) => [plain(period ? `لا توجد بيانات مطابقة ${period}.` : 'لا توجد بيانات مطابقة.')],
  single: (value, label, period) => {
    const what = `${label}${behind(period ?? '')}`.trim();
    return [plain(what === '' ? '' : `${what}: `), figure(value), plain('.')];
  },
  several: (values, period) => [
    plain(period ? `${period}: ` : ''),
    ...values.flatMap(({ label, figure: value }, index) => [plain(`${index ? '، ' : ''}${label} `), figure(value)]),
    plain('.'),
  ],
  one: (name, value, label) => [figure(name), plain(label === '' ? ': ' : `، ${label}: `), figure(value), plain('.')],
  named: (name, value) => `${name} (${value})`,
  top: (name, value, followers, lowest) => [
    figure(name),
    plain(lowest ? ' في آخر الترتيب بقيمة ' : ' في الصدارة بقيمة '),
    figure(value),
    plain(followers ? `، ثم ${followers}.` : '.'),
  ],
  firstOfMost: (name, count, all, group, value, lowest) => [
    figure(name),
    plain(lowest ? ' في آخر الترتيب في ' : ' في الصدارة في '),
    figure(`${count} من ${all}`),
    plain(`، و${lowest ? 'الأدنى' : 'الأعلى'} في ${group} بقيمة `),
    figure(value),
    plain('.'),
  ],
  firstOfAll: (who, value, all, lowest) => [
    figure(who),
    plain(` ${lowest ? 'الأدنى' : 'الأعلى'} بين ${all} بقيمة `),
    figure(value),
    plain('.'),
  ],
  fastest: (moment, change) => [plain(` أفضل تغيّر في ${moment}: `), changed(change), plain('.')],
  level: (count, value) => [plain('تتساوى القيم كلها وعددها '), figure(count), plain(' عند '), figure(value), plain('.')],
  tied: (who, value) => [plain('في الصدارة معاً: '), figure(who), plain(' بقيمة '), figure(value), plain('.')],
  leads: (name, value, total, lows, pair) => [
    figure(name),
    plain(' في الصدارة بقيمة '),
    figure(value),
    ...(total ? [plain(' من أصل '), figure(total)] : []),
    plain(lows.length === 0 ? '.' : pair ? `، قبل ${lows[0]}.` : `، والأدنى ${writeList(lows, 'ar')}.`),
  ],
  series: ({ total, label, change, from, to, fromFigure, toFigure, peak }) => [
    ...(total
      ? [plain(`${label}: `), figure(total), plain(' إجمالاً، ')]
      : [plain('من '), figure(fromFigure), plain(' إلى '), figure(toFigure), plain(change ? '، ' : ' ')]),
    ...(change ? [changed(change), plain(' ')] : []),
    plain(`بين ${from} و${to}، والأعلى في ${peak.name} بقيمة `),
    figure(peak.figure),
    plain('.'),
  ],
  running: (value, label, from, to) => [figure(value), plain(` ${label} من ${from} إلى ${to}.`)],
  during: (moment) => `في ${moment}`,
  compared: (value, period, change, previous) => [
    figure(value),
    plain(period ? ` ${period}` : ''),
    ...(change ? [plain('، '), changed(change), plain(` عن ${previous}`)] : [plain(`، ولا قيمة للمقارنة في ${previous}`)]),
  ],
  movements: (leader, value, fallen, risen) => [
    figure(leader),
    plain(' في الصدارة بقيمة '),
    figure(value),
    plain(movementArabic(fallen, risen)),
  ],
  names: (list) => [figure(list), plain('.')],
  count: (count, more, subject, single) => [
    plain(more ? 'أكثر من ' : ''),
    figure(count),
    plain(subject ? ` (${subject}).` : single ? ' صف.' : ' من الصفوف.'),
  ],
};

/** Sentences by language of the question. */
export const PHRASES: Readonly<Record<Language, Phrases>> = { en: english, ar: arabic };

function movement(
  fallen: readonly string[],
  risen: readonly string[],
  only: string,
  fell: string,
  rose: string,
  allRose: string,
  allFell: string,
): string {
  if (fallen.length === 0 && risen.length > 0) return `; ${allRose}.`;
  if (risen.length === 0 && fallen.length > 0) return `; ${allFell}.`;
  if (fallen.length === 1) return `; ${only} ${fallen[0]} ${fell}.`;
  if (risen.length === 1) return `; ${only} ${risen[0]} ${rose}.`;
  return fallen.length + risen.length > 0 ? `; ${risen.length} ${rose}, ${fallen.length} ${fell}.` : '.';
}

function movementArabic(fallen: readonly string[], risen: readonly string[]): string {
  if (fallen.length === 0 && risen.length > 0) return '، وارتفعت كلها.';
  if (risen.length === 0 && fallen.length > 0) return '، وانخفضت كلها.';
  if (fallen.length === 1) return `، والمنخفض الوحيد ${fallen[0]}.`;
  if (risen.length === 1) return `، والمرتفع الوحيد ${risen[0]}.`;
  return fallen.length + risen.length > 0 ? `، ارتفع ${risen.length} وانخفض ${fallen.length}.` : '.';
}
