import type { RefusalCode, Wording } from '@majed-vanna/contract';

/** Said in the words of the database's own errors. */
type SaidOfDatabases = 'unknown_table' | 'unknown_column' | 'ambiguous_column' | 'parsers_disagree';
type SaidHere = Exclude<RefusalCode, SaidOfDatabases>;

/** What a person is told of a statement that was kept from the database, which never saw it. */
export const REFUSAL_WORDS: Readonly<Record<SaidHere, Wording> & Partial<Record<SaidOfDatabases, undefined>>> = {
  empty_statement: { en: 'The statement is empty.', ar: 'الاستعلام فارغ.' },
  too_long: { en: 'The statement is too long.', ar: 'الاستعلام أطول من المسموح.' },
  too_deep: { en: 'The statement is nested too deeply.', ar: 'تداخل الاستعلام أعمق من المسموح.' },
  forbidden_token: { en: 'The statement holds a character that is not accepted.', ar: 'يحوي الاستعلام رمزاً غير مقبول.' },
  forbidden_comment: {
    en: 'The statement holds a comment of a kind that is not accepted.',
    ar: 'يحوي الاستعلام تعليقاً من نوع غير مقبول.',
  },
  several_statements: { en: 'Only one statement at a time is let through.', ar: 'لا يُسمح إلا باستعلام واحد في كل مرة.' },
  not_a_query: {
    en: 'Only statements that read data are let through; this one was kept from the database.',
    ar: 'لا يُسمح إلا باستعلامات القراءة، فلم يصل هذا إلى قاعدة البيانات.',
  },
  unparsable: { en: 'The check could not read the statement.', ar: 'تعذّرت قراءة الاستعلام عند فحصه.' },
  unknown_syntax: { en: 'The statement uses a form that the check does not accept.', ar: 'يستخدم الاستعلام صيغة لا يقبلها الفحص.' },
  unknown_function: { en: 'The statement uses a function that is not allowed here.', ar: 'يستخدم الاستعلام دالة غير مسموح بها هنا.' },
  table_function: { en: 'Functions in place of a table are not let through.', ar: 'لا يُسمح باستخدام الدوال مكان الجداول.' },
  forbidden_table: { en: 'This table may not be read with your role.', ar: 'لا يتيح دورك قراءة هذا الجدول.' },
  system_catalog: { en: 'The database’s own catalogue may not be read.', ar: 'لا يُسمح بقراءة الفهرس الداخلي لقاعدة البيانات.' },
  hidden_column: { en: 'This column may not be read with your role.', ar: 'لا يتيح دورك قراءة هذا العمود.' },
  masked_column: {
    en: 'A masked column may be shown, and used for nothing else.',
    ar: 'يمكن عرض العمود المحجوب، ولا يُستخدم لغير ذلك.',
  },
  shadowed_table: { en: 'The statement gives a part of it the name of a table.', ar: 'يسمّي الاستعلام جزءاً منه باسم جدول موجود.' },
  unbounded_recursion: { en: 'The statement may repeat itself without end.', ar: 'قد يكرر الاستعلام نفسه بلا نهاية.' },
  cartesian_product: {
    en: 'The statement joins tables without saying how they belong together.',
    ar: 'يجمع الاستعلام جداول دون تحديد ما يربط بينها.',
  },
  side_effect: { en: 'The statement would do more than read.', ar: 'للاستعلام أثر يتجاوز القراءة.' },
  missing_attribute: {
    en: 'Your account lacks a detail that decides which rows you may see. Ask an administrator.',
    ar: 'تنقص حسابك معلومة تحدد الصفوف المتاحة لك. راجع مسؤول النظام.',
  },
  not_rewritable: {
    en: 'The rules for your role cannot be applied to this statement.',
    ar: 'يتعذّر تطبيق قواعد دورك على هذا الاستعلام.',
  },
  unsupported_dialect: {
    en: 'Statements for this kind of database cannot be checked.',
    ar: 'يتعذّر فحص استعلامات هذا النوع من قواعد البيانات.',
  },
};
