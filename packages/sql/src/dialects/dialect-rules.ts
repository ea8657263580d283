import type { LexicalRules, Token } from '../lex.ts';

/** What one database understands and the guard accepts. Another database joins by another file beside this one. */
export interface DialectRules {
  readonly parserDialect: 'duckdb' | 'sqlite';
  readonly lexical: LexicalRules;
  /** Words with a meaning in queries; any other word must be a resolved name, a function or a type. */
  readonly keywords: ReadonlySet<string>;
  /** Keywords after which a bracket is no function call. */
  readonly bracketKeywords: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly aggregates: ReadonlySet<string>;
  /** Functions whose result may be large: the argument at `argument` must be a whole number up to `max`. */
  readonly sizedFunctions: ReadonlyMap<string, { readonly argument: number; readonly max: number }>;
  /** Functions with a format text, which could ask for a gigabyte of padding. */
  readonly formatFunctions: ReadonlySet<string>;
  /** Functions whose arguments may be lambdas. */
  readonly lambdaFunctions: ReadonlySet<string>;
  /** Functions accepted in FROM. */
  readonly tableFunctions: ReadonlySet<string>;
  /** Functions without brackets, such as `current_date`. */
  readonly bareFunctions: ReadonlySet<string>;
  /** Types of a cast, as the tree names them. */
  readonly castTypes: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
  /** What the second reader calls operators and syntax that need no name in the text. */
  readonly readerFunctions: ReadonlySet<string>;
  readonly isSystemName: (name: string) => boolean;
  readonly isSystemSchema: (name: string) => boolean;
  /** Columns every table has without declaring them. */
  readonly pseudoColumns: ReadonlySet<string>;
  /** A common table may name itself without the word RECURSIVE. */
  readonly implicitRecursion: boolean;
  readonly sampling: boolean;
  /** What the columns of VALUES are called, from 0. */
  readonly valuesColumn: (place: number) => string;
  /** A derived table may refer to the sources before it without the word LATERAL. */
  readonly implicitLateral: boolean;
  /** `column.field` reads a field of a struct. */
  readonly structs: boolean;
  /** `x IN name` reads a table or a list, not brackets. */
  readonly bareInOperand: boolean;
  /**
   * What the parser is shown in place of a token that it cannot read, of the same length so that places stay; null for all
   * others. Only the analysis sees it: what runs, and what the second reader reads, is the text itself.
   */
  readonly parserStandIn: (tokens: readonly Token[], i: number) => string | null;
}
