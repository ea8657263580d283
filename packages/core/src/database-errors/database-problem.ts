import type { ErrorCode, Wording } from '@majed-vanna/contract';

/** Who has to do something: the author of the statement, whoever keeps the data, whoever runs the database, or nobody. */
export type Fault = 'statement' | 'data' | 'database' | 'caller';

/** One way for a statement to fail, the same in every dialect. */
export interface DatabaseProblem {
  readonly fault: Fault;
  /** Only a database that would fail anybody's statement counts. */
  readonly countsForBreaker: boolean;
  /** What crosses the wire. */
  readonly errorCode: ErrorCode;
  /** Cause and remedy, without values, hosts or SQL. */
  readonly words: Wording;
  /** Instead, where a model wrote the statement: its slip says nothing about the description of the data. */
  readonly wordsOfModel?: Wording;
  /** For whoever writes the next statement, a person or a model; null when no other statement would help. */
  readonly hint: string | null;
}

const statement = (en: string, ar: string, hint: string): DatabaseProblem => ({
  fault: 'statement',
  countsForBreaker: false,
  errorCode: 'statement_failed',
  words: { en, ar },
  hint,
});
const data = (en: string, ar: string, hint: string): DatabaseProblem => ({ ...statement(en, ar, hint), fault: 'data' });
const database = (en: string, ar: string): DatabaseProblem => ({
  fault: 'database',
  countsForBreaker: true,
  errorCode: 'unavailable',
  words: { en, ar },
  hint: null,
});
const caller = (errorCode: ErrorCode, en: string, ar: string, hint: string | null): DatabaseProblem => ({
  fault: 'caller',
  countsForBreaker: false,
  errorCode,
  words: { en, ar },
  hint,
});

/** Everything that can go wrong with a statement on its way through a database. */
export const DATABASE_PROBLEMS = {
  syntax_error: statement(
    'The database could not read the statement. Try asking in other words.',
    'تعذّر على قاعدة البيانات قراءة الاستعلام. جرّب صياغة أخرى للسؤال.',
    'Write one plain SELECT in the dialect of this database.',
  ),
  unknown_table: {
    ...statement(
      'A table is not there under this name. If it was renamed, the description of the data needs to be refreshed.',
      'لا يوجد جدول بهذا الاسم. إن كان قد أُعيدت تسميته فيلزم تحديث وصف البيانات.',
      'Use a table that was described.',
    ),
    wordsOfModel: { en: 'A table is not there under this name.', ar: 'لا يوجد جدول بهذا الاسم.' },
  },
  unknown_column: {
    ...statement(
      'A column is not there under this name. If it was renamed, the description of the data needs to be refreshed.',
      'لا يوجد عمود بهذا الاسم. إن كان قد أُعيدت تسميته فيلزم تحديث وصف البيانات.',
      'Use a column of the tables in FROM; text values go into single quotes.',
    ),
    wordsOfModel: { en: 'A column is not there under this name.', ar: 'لا يوجد عمود بهذا الاسم.' },
  },
  unknown_alias: statement(
    'The statement names a table that it does not read.',
    'يذكر الاستعلام جدولاً لا يقرأ منه.',
    'Use the aliases that FROM and JOIN give.',
  ),
  ambiguous_column: statement(
    'A column of this name is in several of the tables; the statement does not say which one is meant.',
    'يوجد عمود بهذا الاسم في أكثر من جدول، ولم يحدّد الاستعلام المقصود.',
    'Write the alias of its table in front of the column.',
  ),
  unknown_function: statement(
    'The statement uses a function that this database does not have.',
    'يستخدم الاستعلام دالة غير موجودة في قاعدة البيانات هذه.',
    'Use a function of this dialect.',
  ),
  wrong_arguments: statement(
    'A function was given something it does not work on, for example text where a date is expected.',
    'أُعطيت دالة ما لا تعمل عليه، كنص في موضع تاريخ.',
    'Check number, order and types of the arguments; cast where needed.',
  ),
  type_mismatch: statement(
    'Two things that are compared or combined are of different types, for example text and a number.',
    'قورن أو جُمع بين نوعين مختلفين، كنص ورقم.',
    'Cast one side so that both have the same type.',
  ),
  not_grouped: statement(
    'The statement shows a column beside totals without grouping by it.',
    'يعرض الاستعلام عموداً إلى جانب المجاميع دون التجميع حسبه.',
    'Add the column to GROUP BY or aggregate it.',
  ),
  misplaced_aggregate: statement(
    'A total was used as a condition on single rows.',
    'استُخدم مجموع شرطاً على صفوف منفردة.',
    'Move conditions on aggregates to HAVING.',
  ),
  nested_aggregate: statement(
    'A total of totals needs two steps.',
    'حساب مجموع المجاميع يحتاج إلى خطوتين.',
    'Aggregate in a subquery first, then aggregate its result.',
  ),
  misplaced_window: statement(
    'A rank or running total was used as a condition in the same step.',
    'استُخدم ترتيب أو مجموع تراكمي شرطاً في الخطوة نفسها.',
    'Compute window functions in a subquery and filter outside of it.',
  ),
  subquery_columns: statement(
    'A subquery gives several columns where one value is needed.',
    'يعطي الاستعلام الفرعي عدة أعمدة حيث تلزم قيمة واحدة.',
    'Select exactly one column in this subquery.',
  ),
  subquery_rows: statement(
    'A subquery gives several rows where one value is needed.',
    'يعطي الاستعلام الفرعي عدة صفوف حيث تلزم قيمة واحدة.',
    'Aggregate the subquery to one row, or use IN.',
  ),
  set_width: statement(
    'Two results that are put together have different numbers of columns.',
    'نتيجتان يراد ضمّهما تختلفان في عدد الأعمدة.',
    'Give both sides of UNION, INTERSECT or EXCEPT the same columns.',
  ),
  order_position: statement(
    'The order names a column that the result does not have.',
    'يشير الترتيب إلى عمود غير موجود في النتيجة.',
    'Order by a column of the select list.',
  ),
  row_limit: statement(
    'The number of rows to return is not written the way this database reads it.',
    'عدد الصفوف المطلوب غير مكتوب بصيغة تقرؤها قاعدة البيانات هذه.',
    'Write LIMIT n, or LIMIT n OFFSET m.',
  ),
  date_part: statement(
    'A part of a date is named that this database does not know.',
    'ذُكر جزء من التاريخ لا تعرفه قاعدة البيانات هذه.',
    'Use year, quarter, month, week, day, hour, minute or second.',
  ),
  bad_pattern: statement(
    'A search pattern is not well formed.',
    'نمط البحث غير سليم.',
    'Close every bracket of the regular expression, or use LIKE.',
  ),
  column_list: statement(
    'More names were given than the table has columns.',
    'أُعطيت أسماء أكثر من أعمدة الجدول.',
    'Give one name per column.',
  ),
  not_permitted: statement(
    'The database does not permit this.',
    'قاعدة البيانات لا تسمح بهذا.',
    'Read the described tables only, without files, settings or other databases.',
  ),
  conversion: data(
    'A value in the data cannot be read as the number or type that the question needs.',
    'توجد في البيانات قيمة لا يمكن قراءتها رقماً أو بالنوع الذي يحتاجه السؤال.',
    'Use TRY_CAST or filter out the values that do not fit.',
  ),
  bad_date: data(
    'A value cannot be read as a date. Dates are written like 2025-12-31.',
    'توجد قيمة لا يمكن قراءتها تاريخاً. تُكتب التواريخ هكذا: 2025-12-31.',
    'Write dates as YYYY-MM-DD; parse other formats explicitly.',
  ),
  division_by_zero: data('A calculation divides by zero.', 'عملية حسابية تقسم على صفر.', 'Divide by NULLIF(x, 0).'),
  out_of_range: data(
    'A calculation has no result for some value, for example the root of a negative number.',
    'لا ناتج لعملية حسابية عند بعض القيم، كجذر عدد سالب.',
    'Leave out the values that the function is not defined for.',
  ),
  overflow: data(
    'A number became larger than the database can hold.',
    'تجاوز عدد أكبر ما تتسع له قاعدة البيانات.',
    'Cast to a wider type before calculating, for example to DOUBLE.',
  ),
  bad_json: data('A value is not well-formed JSON.', 'قيمة ليست بصيغة JSON سليمة.', 'Leave out rows whose JSON is not valid.'),
  out_of_memory: statement(
    'The question needs more memory than the database may use. Narrow it down, for example to a period.',
    'يحتاج السؤال إلى ذاكرة أكبر من المسموح. ضيّق نطاقه، كتحديد فترة.',
    'Aggregate earlier, select fewer columns, avoid joining every row with every other.',
  ),
  too_complex: statement(
    'The statement is too long or nested too deeply for the database.',
    'الاستعلام أطول أو أعمق تداخلاً مما تحتمله قاعدة البيانات.',
    'Write it with fewer levels.',
  ),
  too_large: statement('A single value of the result is too large to show.', 'إحدى قيم النتيجة أكبر من أن تُعرض.', 'Select shorter values.'),
  disk_full: {
    ...database('The disk of the database is full. Tell an administrator.', 'امتلأ قرص قاعدة البيانات. أبلغ أحد المشرفين.'),
    // Statements that write nothing aside still work.
    countsForBreaker: false,
  },
  locked: database('The database is locked by another program. Try again shortly.', 'برنامج آخر يقفل قاعدة البيانات. حاول بعد قليل.'),
  file_missing: database(
    'The file of this data source cannot be opened. Tell an administrator.',
    'تعذّر فتح ملف مصدر البيانات. أبلغ أحد المشرفين.',
  ),
  file_unreadable: database(
    'The file of this data source is damaged or of another kind. Tell an administrator.',
    'ملف مصدر البيانات تالف أو من نوع آخر. أبلغ أحد المشرفين.',
  ),
  no_answer: database('The database does not answer at the moment. Try again shortly.', 'قاعدة البيانات لا تستجيب الآن. حاول بعد قليل.'),
  deadline: caller(
    'deadline_exceeded',
    'The question took too long and was stopped. Narrow it down, for example to a period.',
    'استغرق السؤال وقتاً طويلاً فأُوقف. ضيّق نطاقه، كتحديد فترة.',
    null,
  ),
  cancelled: caller('cancelled', 'Stopped.', 'تم الإيقاف.', null),
  // Nobody knows: better a failing statement too many than a healthy source shut to everyone.
  unknown: statement('The database reported a failure.', 'أبلغت قاعدة البيانات عن خلل.', 'Write the statement more simply.'),
} as const satisfies Record<string, DatabaseProblem>;

export type DatabaseErrorCode = keyof typeof DATABASE_PROBLEMS;
