import type { Language } from '@majed-vanna/contract';
import type { Obstacle, ScopeChoice } from '../read-question.ts';

interface Phrases {
  readonly unknownWords: (words: readonly string[]) => string;
  readonly unsure: string;
  readonly nothingAsked: string;
  readonly obstacles: Readonly<Record<Obstacle, string>>;
  readonly noMedian: string;
  readonly onlyReads: string;
  /** To whoever does not know yet what to ask. */
  readonly help: (things: readonly string[]) => string;
  readonly whichOne: (word: string) => string;
  readonly whichReading: string;
  readonly whichFigure: string;
  /** Things to be counted, or to break figures down by. */
  readonly about: (things: string) => readonly { readonly label: string; readonly question: string }[];
  readonly scopes: Readonly<Record<ScopeChoice, string>>;
  readonly columnOf: (column: string, table: string) => string;
}

/** What the engine says when it does not answer. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    unknownWords: (words) =>
      `I do not know what ${words.map((word) => `“${word}”`).join(', ')} ${words.length === 1 ? 'means' : 'mean'} in this data.`,
    unsure: 'I am not sure enough that I understand this question.',
    nothingAsked: 'I could not find anything in this data that the question is about.',
    obstacles: {
      apart: 'What the question names is in this data, but its tables cannot be joined.',
      doubled: 'What the question names is in this data, but joined this way its rows would be counted more than once.',
    },
    noMedian: 'This kind of database does not work out medians. An average can be asked for instead.',
    help: (things) => `Ask about ${listed(things, 'en')}: for a figure, a list or a comparison. For example:`,
    onlyReads: 'I only read: questions change no data.',
    whichOne: (word) => `What does “${word}” mean here?`,
    whichReading: 'The question can be read in more than one way. Which one is meant?',
    whichFigure: 'By which figure should they be ranked?',
    about: (things) => [
      { label: `How many ${things}`, question: `and the number of ${things}` },
      { label: `The same by ${things}`, question: `by ${things}` },
    ],
    scopes: {
      each: 'For each one, its own',
      common: 'Only what all have in common',
      all: 'The condition holds for all of them',
      last: 'The condition holds for the last one only',
    },
    columnOf: (column, table) => `${column} of ${table}`,
  },
  ar: {
    unknownWords: (words) => `لا أعرف معنى ${words.map((word) => `«${word}»`).join('، ')} في هذه البيانات.`,
    unsure: 'لست متأكداً بما يكفي من فهم هذا السؤال.',
    nothingAsked: 'لم أجد في هذه البيانات ما يدور حوله السؤال.',
    obstacles: {
      apart: 'ما يسأل عنه السؤال موجود في هذه البيانات، لكن لا رابط بين جداوله.',
      doubled: 'ما يسأل عنه السؤال موجود في هذه البيانات، لكن ربط جداوله بهذا الشكل يعدّ السجلات أكثر من مرة.',
    },
    noMedian: 'هذا النوع من قواعد البيانات لا يحسب الوسيط. يمكن طلب المتوسط بدلاً منه.',
    help: (things) => `اسأل عن ${listed(things, 'ar')}: رقماً أو قائمة أو مقارنة. مثلاً:`,
    onlyReads: 'أنا أقرأ البيانات فقط، والأسئلة لا تغيّر منها شيئاً.',
    whichOne: (word) => `ما المقصود بـ«${word}» هنا؟`,
    whichReading: 'يمكن فهم السؤال بأكثر من طريقة. أيها المقصود؟',
    whichFigure: 'بأي مقياس يكون الترتيب؟',
    about: (things) => [
      { label: `عدد ${things}`, question: `وعدد ${things}` },
      { label: `النتيجة نفسها حسب ${things}`, question: `حسب ${things}` },
    ],
    scopes: {
      each: 'لكل واحد ما يخصه',
      common: 'المشترك بين الجميع فقط',
      all: 'الشرط ينطبق على الجميع',
      last: 'الشرط ينطبق على الأخير فقط',
    },
    columnOf: (column, table) => `${column} (${table})`,
  },
};

function listed(things: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(things);
}
