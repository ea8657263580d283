import type { UsageInput } from '@majed-vanna/contract';

export const USAGE_PERIODS = ['today', 'month'] as const;
export type UsagePeriod = (typeof USAGE_PERIODS)[number];
export const USAGE_GROUPS = ['user', 'role', 'model', 'day'] as const satisfies readonly UsageInput['by'][];

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS: Readonly<Record<UsagePeriod, number>> = { today: 1, month: 30 };

/** Days are UTC, as quotas are. */
export function usageDays(period: UsagePeriod, now: Date): { from: string; to: string } {
  const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { from: iso(now.getTime() - (DAYS[period] - 1) * DAY_MS), to: iso(now.getTime()) };
}
