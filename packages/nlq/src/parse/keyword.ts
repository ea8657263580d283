import type { Concept } from '../lexicon/concepts.ts';
import type { AggregateFunction, CompareOperator, PeriodGrain } from '../plan.ts';

/** Words that say what to do, not what with. */
export type Keyword =
  | {
      readonly key:
        | 'open'
        | 'what'
        | 'who'
        | 'where'
        | 'when'
        | 'howMuch'
        | 'count'
        | 'distinct'
        | 'and'
        | 'or'
        | 'but'
        | 'both'
        | 'either'
        | 'neither'
        | 'not'
        | 'between';
    }
  | {
      readonly key:
        | 'each'
        | 'per'
        | 'by'
        | 'with'
        | 'without'
        | 'whose'
        | 'that'
        | 'of'
        | 'from'
        | 'to'
        | 'in'
        | 'for'
        | 'than'
        | 'be'
        | 'have'
        | 'do'
        | 'the'
        | 'all'
        | 'same'
        | 'their';
    }
  | {
      readonly key:
        | 'orderBy'
        | 'ascending'
        | 'descending'
        | 'alphabetical'
        | 'everything'
        | 'named'
        | 'versus'
        | 'relates'
        | 'comparison'
        | 'histogram'
        | 'chart'
        | 'scatter'
        | 'series'
        | 'share'
        | 'ratio'
        | 'difference'
        | 'common'
        | 'rows'
        | 'verb';
    }
  | { readonly key: 'aggregate'; readonly fn: AggregateFunction }
  | { readonly key: 'averageOf' }
  | { readonly key: 'top'; readonly up: boolean }
  | { readonly key: 'superlative'; readonly up: boolean; readonly concept: Concept | null; readonly nth?: number }
  | { readonly key: 'compare'; readonly operator: CompareOperator; readonly concept: Concept | null }
  /** "or more", after the number. */
  | { readonly key: 'compareAfter'; readonly operator: CompareOperator }
  | { readonly key: 'comparative'; readonly concept: Concept; readonly plain: string }
  | { readonly key: 'measure'; readonly words: readonly string[] }
  /** "3 years old". */
  | { readonly key: 'measureAfter'; readonly words: readonly string[] }
  | { readonly key: 'match'; readonly match: 'contains' | 'starts' | 'ends' }
  | { readonly key: 'role'; readonly role: 'source' | 'destination' }
  | { readonly key: 'null'; readonly negated: boolean }
  | { readonly key: 'grain'; readonly grain: PeriodGrain }
  /** "cumulative". */
  | { readonly key: 'running' }
  /** `over`: "year over year". */
  | { readonly key: 'growth'; readonly over: PeriodGrain | null }
  | { readonly key: 'overTime' }
  | { readonly key: 'unsupported'; readonly what: string }
  | { readonly key: 'mark'; readonly mark: ',' | '.' | '?' | '|' | '(' | ')' | ';' | ':' };
