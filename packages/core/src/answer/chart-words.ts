import type { ChartSpec, ChartType, Language } from '@majed-vanna/contract';
import { MAX_BARS, MAX_PIE_SLICES } from '../charts/chart-limits.ts';
import { unmetWish } from '../charts/unmet-wish.ts';

interface ChartWords {
  readonly named: Readonly<Record<ChartType, string>>;
  /** What the rows must be for such a chart. */
  readonly needs: Readonly<Record<ChartType, string>>;
  readonly instead: (wished: string, needs: string, drawn: string) => string;
}

const WORDS: Readonly<Record<Language, ChartWords>> = {
  en: {
    named: {
      kpi: 'a single figure',
      bar: 'a bar chart',
      grouped_bar: 'grouped bars',
      stacked_bar: 'stacked bars',
      line: 'a line chart',
      area: 'an area chart',
      pie: 'a pie chart',
      scatter: 'a scatter plot',
      histogram: 'a histogram',
      heatmap: 'a heatmap',
      pivot: 'a pivot table',
      table: 'a table',
    },
    needs: {
      kpi: 'one row of figures',
      bar: `a figure for each of at most ${MAX_BARS} groups`,
      grouped_bar: 'a figure for each of a few groups',
      stacked_bar: 'a figure for each of a few groups',
      line: 'a figure at several points in time',
      area: 'a figure at several points in time',
      pie: `one figure, never below zero, for 2 to ${MAX_PIE_SLICES} parts`,
      scatter: 'two numbers for each row',
      histogram: 'many different numbers',
      heatmap: 'a figure for every pair of two groups',
      pivot: 'a figure for every pair of two groups',
      table: 'rows',
    },
    instead: (wished, needs, drawn) => `What was asked for is ${wished}, which needs ${needs}. These rows are shown as ${drawn} instead.`,
  },
  ar: {
    named: {
      kpi: 'رقم واحد',
      bar: 'مخطط أعمدة',
      grouped_bar: 'أعمدة متجاورة',
      stacked_bar: 'أعمدة مكدسة',
      line: 'مخطط خطي',
      area: 'مخطط مساحي',
      pie: 'مخطط دائري',
      scatter: 'مخطط انتشار',
      histogram: 'مدرج تكراري',
      heatmap: 'خريطة حرارية',
      pivot: 'جدول محوري',
      table: 'جدول',
    },
    needs: {
      kpi: 'صف واحد من الأرقام',
      bar: `رقم لكل مجموعة من ${MAX_BARS} مجموعة على الأكثر`,
      grouped_bar: 'رقم لكل مجموعة من مجموعات قليلة',
      stacked_bar: 'رقم لكل مجموعة من مجموعات قليلة',
      line: 'رقم في عدة أوقات',
      area: 'رقم في عدة أوقات',
      pie: `رقم واحد لا يقل عن الصفر لكل جزء من جزأين إلى ${MAX_PIE_SLICES} أجزاء`,
      scatter: 'رقمين لكل صف',
      histogram: 'أرقام كثيرة مختلفة',
      heatmap: 'رقم لكل زوج من مجموعتين',
      pivot: 'رقم لكل زوج من مجموعتين',
      table: 'صفوف',
    },
    instead: (wished, needs, drawn) => `المطلوب ${wished}، وهو يحتاج إلى ${needs}. لذلك عُرضت هذه الصفوف بشكل آخر: ${drawn}.`,
  },
};

/** Why an answer is not drawn as its question asks; null when it is, or asks for nothing. */
export function insteadOfWished(question: string, chart: Pick<ChartSpec, 'type'>, language: Language): string | null {
  const wished = unmetWish(question, chart);
  if (wished === null) return null;
  const { named, needs, instead } = WORDS[language];
  return instead(named[wished], needs[wished], named[chart.type]);
}
