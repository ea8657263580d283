import type { ConversationSummary } from '@majed-vanna/contract';

export type Age = 'today' | 'yesterday' | 'week' | 'month' | 'older';

const DAY_MS = 86_400_000;

/** Conversations by how long ago they were last used, in the reader's own days; the newest first. */
export function groupByAge(
  conversations: readonly ConversationSummary[],
  now: Date,
): { readonly age: Age; readonly conversations: readonly ConversationSummary[] }[] {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  const groups = new Map<Age, ConversationSummary[]>();
  const sorted = [...conversations].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  for (const conversation of sorted) {
    const age = ageOf(new Date(conversation.updatedAt).getTime(), midnight);
    groups.set(age, [...(groups.get(age) ?? []), conversation]);
  }
  return [...groups].map(([age, members]) => ({ age, conversations: members }));
}

function ageOf(time: number, midnight: number): Age {
  if (time >= midnight) return 'today';
  if (time >= midnight - DAY_MS) return 'yesterday';
  if (time >= midnight - 6 * DAY_MS) return 'week';
  return time >= midnight - 29 * DAY_MS ? 'month' : 'older';
}
