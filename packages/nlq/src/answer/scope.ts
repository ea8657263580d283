import type { Language } from '@majed-vanna/contract';
import type { PlanCondition, QueryPlan } from '../plan.ts';
import type { ScopeChoice } from '../read-question.ts';
import type { WeighedDraft } from '../reader.ts';

/** What is added to a question that was asked back, so that it is read one way. */
const MARKS: Readonly<Record<Language, Readonly<Record<ScopeChoice, string>>>> = {
  en: { each: '(for each one)', common: '(common to all)', all: '(for all of them)', last: '(only for the last one)' },
  ar: { each: '(لكل واحد)', common: '(المشترك بين الجميع)', all: '(للجميع)', last: '(للأخير فقط)' },
};

export function markQuestion(question: string, scope: ScopeChoice, language: Language): string {
  return `${question.trim()} ${MARKS[language][scope]}`;
}

/** The question without the mark, and what the mark said. */
export function unmarkQuestion(question: string): { text: string; scope: ScopeChoice | null } {
  const trimmed = question.trimEnd();
  for (const marks of Object.values(MARKS))
    for (const scope of ['each', 'common', 'all', 'last'] as const)
      if (trimmed.endsWith(marks[scope])) return { text: trimmed.slice(0, -marks[scope].length).trimEnd(), scope };
  return { text: question, scope: null };
}

/** "rooms that every floor has": what each has, or what all have; the plan alone does not tell. */
export function mayMeanCommon({ frame, assembled, resolution, segments }: WeighedDraft): boolean {
  const [group, ...others] = frame.groups;
  const mention = group?.mention ?? null;
  if (mention === null) return false;
  const table = resolution.chosen.get(mention.id)?.ref.table;
  // What is listed of the group itself, and "for each" in front, say that each is meant.
  if (
    frame.projections.some((projection) => projection.mention !== null && resolution.chosen.get(projection.mention.id)?.ref.table === table)
  )
    return false;
  const word = segments
    .filter((segment) => segment.end <= mention.start && segment.kind === 'keyword' && /\b(each|every)\b/i.test(segment.text))
    .at(-1);
  if (word === undefined || word.start === 0 || /^for /i.test(word.text)) return false;
  return (
    frame.division === null &&
    group?.mention != null &&
    others.length === 0 &&
    assembled.plan.groupBy.length === 0 &&
    assembled.plan.select.every((item) => item.expression.kind === 'column') &&
    frame.conditions.length === 0
  );
}

const SETTLED = /\b(both|either|all|also|same|each|every|whose|respectively)\b/i;

/** "A and B with C" with nothing to say whether C holds for A too. */
export function mayTrailLast({ frame, assembled, segments }: WeighedDraft): boolean {
  if (segments.some((segment) => SETTLED.test(segment.text)) || splitTrailing(assembled.plan) === null) return false;
  const [first, second, third, ...rest] = frame.conditions;
  return (
    first?.kind === 'value' &&
    second?.kind === 'value' &&
    third !== undefined &&
    rest.length === 0 &&
    third.kind !== 'superlative' &&
    third.connector === 'and' &&
    !third.negated &&
    between(segments, first.mention.end, second.mention.start) &&
    startOf(third) >= second.mention.end
  );
}

/** A noun stands between the two: "oak tables and pine tables". */
function between(segments: WeighedDraft['segments'], from: number, to: number): boolean {
  return segments.some((segment) => segment.start >= from && segment.end <= to && segment.kind === 'element');
}

function startOf(condition: WeighedDraft['frame']['conditions'][number]): number {
  if ('mention' in condition && condition.mention !== null) return condition.mention.start;
  return 'lhs' in condition && condition.lhs !== null ? condition.lhs.start : -1;
}

function splitTrailing(plan: QueryPlan): { choices: readonly PlanCondition[]; trailing: readonly PlanCondition[] } | null {
  if (plan.where?.kind !== 'and') return null;
  const [choices, ...trailing] = plan.where.items;
  return choices?.kind === 'or' && choices.items.length === 2 && trailing.length > 0 ? { choices: choices.items, trailing } : null;
}

/** The trailing condition for the last of the choices only. */
export function trailLast(plan: QueryPlan): QueryPlan | null {
  const parts = splitTrailing(plan);
  const last = parts?.choices.at(-1);
  if (parts == null || last === undefined) return null;
  return { ...plan, where: { kind: 'or', items: [...parts.choices.slice(0, -1), { kind: 'and', items: [last, ...parts.trailing] }] } };
}
