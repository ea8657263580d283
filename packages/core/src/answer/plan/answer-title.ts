import type { Language } from '@majed-vanna/contract';
import type { Reading, SemanticModel } from '@majed-vanna/nlq';
import { periodName } from './period-words.ts';
import { comparedPeriods, periodOf } from './plan-reading.ts';

const MAX_NAMES = 3;
const WORDS = { en: { by: ' by ', and: ' and ', comma: ', ' }, ar: { by: ' حسب ', and: ' و', comma: '، ' } } as const satisfies Record<
  Language,
  unknown
>;

/** What a chart and a file of this answer are called: `Net sales by region, 2025`. */
export function answerTitle({ plan, outputs }: Reading, model: SemanticModel, language: Language): string {
  const words = WORDS[language];
  const labels = (...roles: readonly string[]) =>
    [...new Set(outputs.filter(({ role }) => roles.includes(role)).map(({ label }) => label))].slice(0, MAX_NAMES);
  const table = model.tables.find(({ schema, name }) => schema === plan.from.schema && name === plan.from.table);
  // The figures beside growth are what it is worked out from.
  const growth = outputs.filter((_output, index) => plan.select[index]?.expression.kind === 'growth').map(({ label }) => label);
  const measures = growth.length > 0 ? growth : labels('measure');
  const keys = labels('dimension', 'time');
  const subject = measures.length > 0 ? measures.join(words.comma) : (table?.words[language]?.[0] ?? labels('detail').join(words.comma));
  const grouping =
    measures.length > 0 && keys.length > 0 ? words.by + keys.map((label) => inSentence(label, language)).join(words.and) : '';
  const compared = comparedPeriods(plan);
  const period = compared ? compared.now : periodOf(plan.where);
  const name = period ? periodName(period, language) : null;
  const title = `${subject}${grouping}${name ? `${words.comma}${name}` : ''}`;
  return title.charAt(0).toLocaleUpperCase() + title.slice(1);
}

function inSentence(label: string, language: Language): string {
  return language === 'en' ? label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) : label;
}
