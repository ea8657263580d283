import type { PlanExpression, PlanSelect } from '../plan.ts';
import type { SemanticMetric } from '../semantic-model.ts';
import { formula } from './formula.ts';
import type { ModelNames } from './model-names.ts';
import { READING_PHRASES, type ReadingPhrases } from './reading-phrases.ts';
import { sayPeriod } from './say-period.ts';

/** An expression in words, with what it stands for. */
export interface Said {
  readonly text: string;
  readonly definition: string | null;
}

export function sayExpression(expression: PlanExpression, names: ModelNames, counts?: PlanSelect['counts']): Said {
  const words = READING_PHRASES[names.language];
  switch (expression.kind) {
    case 'column':
      return { text: names.column(expression.source, expression.column), definition: names.path(expression.source, expression.column) };
    case 'count': {
      if (expression.of === null) {
        const what = counts === undefined ? words.rows : names.rows(counts);
        return {
          text: words.count(what),
          definition:
            counts === undefined ? 'count of rows' : `count of rows of ${[counts.schema, counts.table].filter(Boolean).join('.')}`,
        };
      }
      const of = sayExpression(expression.of, names);
      const things = thingsCounted(expression, names);
      return expression.distinct
        ? {
            text: things === null ? words.countDistinct(of.text) : words.count(names.rows(things)),
            definition: `count of different values of ${of.definition ?? of.text}`,
          }
        : { text: words.count(of.text), definition: `count of ${of.definition ?? of.text}` };
    }
    case 'aggregate': {
      const of = sayExpression(expression.of, names);
      return { text: words.aggregates[expression.fn](of.text), definition: `${expression.fn} of ${of.definition ?? of.text}` };
    }
    case 'metric': {
      const metric = names.metric(expression.name);
      return {
        text: names.metricName(expression.name),
        definition: metric === undefined ? null : definitionOf(metric),
      };
    }
    case 'grain': {
      const of = sayExpression(expression.of, names);
      return { text: words.grains[expression.grain], definition: `${expression.grain} of ${of.definition ?? of.text}` };
    }
    case 'number':
      return { text: String(expression.value), definition: null };
    case 'text':
    case 'date':
      return { text: expression.value.trim(), definition: null };
    case 'arithmetic': {
      // What is counted is said with the conditions.
      if (expression.left.kind === 'filtered') {
        const all = sayExpression(expression.right, names, counts);
        return { text: words.share(all.text), definition: all.definition };
      }
      const left = sayExpression(expression.left, names, counts);
      const right = sayExpression(expression.right, names, counts);
      const things = thingsCounted(expression.right, names);
      return {
        text:
          expression.operator === '/'
            ? words.ratio(left.text, momentCounted(expression.right, words) ?? (things === null ? right.text : names.one(things)))
            : `${left.text} ${expression.operator} ${right.text}`,
        definition: `${left.definition ?? left.text} ${expression.operator} ${right.definition ?? right.text}`,
      };
    }
    case 'share': {
      const of = sayExpression(expression.of, names, counts);
      return { text: words.share(of.text), definition: `${of.definition ?? of.text} divided by its total` };
    }
    case 'earlier': {
      const of = sayExpression(expression.of, names, counts);
      const grain = expression.period.kind === 'grain' ? expression.period.grain : 'year';
      return {
        text: words.earlier(of.text, grain, expression.back),
        definition: `${of.definition ?? of.text}, ${expression.back} ${grain}${expression.back === 1 ? '' : 's'} before`,
      };
    }
    case 'running': {
      const of = sayExpression(expression.of, names, counts);
      return { text: words.running(of.text), definition: `${of.definition ?? of.text}, added up over time` };
    }
    case 'growth': {
      const [of, earlier] = [sayExpression(expression.of, names, counts), sayExpression(expression.earlier, names, counts)];
      return { text: words.growth(of.text), definition: `(${of.text} - ${earlier.text}) / ${earlier.text}` };
    }
    case 'place':
      return { text: words.rows, definition: null };
    case 'filtered': {
      const of = sayExpression(expression.of, names, counts);
      const { where } = expression;
      return where.kind === 'period' ? { ...of, text: sayPeriod(`${of.text},`, where.from, where.to, names) } : of;
    }
    case 'overGroups': {
      const [item] = expression.plan.select;
      const figure = item === undefined ? { text: '', definition: null } : sayExpression(item.expression, names);
      return { text: words.ofThose(words.aggregates[expression.fn](figure.text)), definition: figure.definition };
    }
    case 'query': {
      const [item] = expression.plan.select;
      const inner = item === undefined ? { text: '', definition: null } : sayExpression(item.expression, names);
      return { text: words.overall(inner.text), definition: inner.definition };
    }
  }
}

function definitionOf({ description, expression, filter }: SemanticMetric): string {
  return [description, formula(expression), filter === null ? null : formula(filter)].filter(Boolean).join(' · ');
}

/** What is counted are the months in which something was. */
function momentCounted(expression: PlanExpression, words: ReadingPhrases): string | null {
  return expression.kind === 'count' && expression.of?.kind === 'grain' ? words.grains[expression.of.grain] : null;
}

/** The table whose rows a number of different keys counts. */
function thingsCounted(expression: PlanExpression, names: ModelNames) {
  if (expression.kind !== 'count' || !expression.distinct || expression.of?.kind !== 'column') return null;
  return names.tableOfKey(expression.of.source, expression.of.column);
}
