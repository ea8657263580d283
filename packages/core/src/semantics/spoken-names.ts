import type { SemanticModel } from '@majed-vanna/nlq';

/** Words that a name in a statement may be made of without telling anything of the data. */
type Known = Pick<SemanticModel, 'tables' | 'metrics' | 'conditions' | 'dimensions'>;
type Tables = readonly { readonly schema: string; readonly name: string; readonly columns: readonly { readonly name: string }[] }[];

/** What no value ends with: what follows is no alias. */
const KEYWORD = `all and any as between by case cross distinct else except exists fetch filter from full group having ilike in inner
  intersect interval is join lateral like limit natural not offset on or order outer over partition qualify recursive returning
  select separator similar some then union using values when where window with within`;
/** What else stands in a statement without a meaning of its own, and types. */
const SQL = `array asc bigint binary boolean cast char collate current date decimal desc double end escape exclude false first float
  following glob int integer into isnull last left materialized next notnull null nulls number numeric only precision preceding range
  real regexp right row rows sample set signed smallint text ties time timestamp tinyint to true unbounded unsigned varchar
  varchar2 without zone`;
/** Functions whose names people give to their results. */
const FUNCTIONS = `abs avg ceil coalesce concat count dense extract floor lag lead length lower max median min mode nullif percent
  rank round stddev sum total upper variance`;
/** What is said of any figure. */
const COMMON = `amount average base best bottom change cumulative current daily day days difference each figure first gap
  growth highest hour how id item kind label largest last latest least lowest many maximum mean minimum month monthly months most much name
  new number numbers of old overall pct per percentage period position previous prior quarter ranked quarterly rate ratio result running
  share smallest start step the top type unique value week weekly year yearly years
  عدد إجمالي مجموع متوسط نسبة حصة ترتيب يوم أسبوع شهر ربع سنة السابق الحالي الفرق النمو أعلى أقل أول آخر من في`;

const ALWAYS = new Set([KEYWORD, SQL, FUNCTIONS, COMMON].flatMap((list) => wordsOf(list)));
const KEYWORDS = new Set(KEYWORD.split(/\s+/));
/** `o`, `oi`, `t1`: too short to name anybody. */
const SHORT = /^[a-z]{1,2}\d?$/i;

export const isKeyword = (word: string): boolean => KEYWORDS.has(word.toLowerCase());

/** Whether a name says nothing but words of SQL, of the schema, of the semantic layer and of figures at large. */
export function speaksOfSchema(name: string, known: ReadonlySet<string>): boolean {
  return SHORT.test(name) || wordsOf(name).every((word) => ALWAYS.has(word) || known.has(word));
}

/** Every word in the names of a schema and of a semantic layer; no value of a column and no word for one. */
export function knownWords(schema: Tables, model: Known | undefined): Set<string> {
  const layer = model ? [...model.tables, ...model.tables.flatMap(({ columns }) => columns), ...model.metrics] : [];
  const sets = [...layer, ...(model?.conditions ?? []), ...(model?.dimensions ?? [])];
  return new Set(
    [
      ...schema.flatMap(({ schema: space, name, columns }) => [space, name, ...columns.map((column) => column.name)]),
      ...sets.flatMap(({ name, words }) => [name, ...Object.values(words).flat()]),
    ].flatMap((name) => wordsOf(name ?? '')),
  );
}

/** `OrderItems_2` is order, item and 2. */
function wordsOf(name: string): string[] {
  const words = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return (words.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).map(fold);
}

/** One and many are the same word. */
function fold(word: string): string {
  return word.replace(/ies$/, 'y').replace(/(?<=..)s$/, '');
}
