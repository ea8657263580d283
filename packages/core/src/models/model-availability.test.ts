import { type Actor, newId } from '@majed-vanna/contract';
import { expect, test } from 'vitest';
import { createFakeClock } from '../testing/index.ts';
import { createModelAvailability } from './model-availability.ts';
import { modelBreakerId } from './model-breaker-id.ts';
import type { ModelEndpoint } from './model-endpoint.ts';

const actor: Actor = { userId: newId('usr'), username: 'layla', role: 'normal', attributes: {} };
const endpoint: ModelEndpoint = { provider: 'compatible', baseUrl: 'https://models.example/v1?secret=1', model: 'small', apiKey: 'k' };
const clock = createFakeClock('2026-01-01T12:00:00Z');
const breaker = (key: string, kind: 'llm' | 'agent', state: 'open' | 'half_open' | 'closed', nextAttempt = '12:01') =>
  ({
    key,
    kind,
    name: 'small',
    state,
    failures: 3,
    failureThreshold: 3,
    successes: 0,
    successThreshold: 2,
    lastFailureAt: null,
    nextAttemptAt: state === 'open' ? `2026-01-01T${nextAttempt}:00.000Z` : null,
  }) as const;
const own = `llm:${modelBreakerId(endpoint)}`;

const stateOf = async ({
  found = endpoint,
  quota = false,
  breakers = [],
}: {
  found?: ModelEndpoint | null | Error;
  quota?: boolean;
  breakers?: ReturnType<typeof breaker>[];
}) => {
  const service = createModelAvailability({
    agent: { endpointFor: async () => (found instanceof Error ? Promise.reject(found) : found) },
    usage: { quotaReached: async () => quota },
    breakers: { statuses: () => breakers },
    clock,
  });
  return service.of(actor);
};

test.each([
  ['a model that works', {}, 'ready'],
  ['no model for this role', { found: null }, 'none'],
  ['a key that cannot be read', { found: new Error('sealed') }, 'resting'],
  ['its breaker open', { breakers: [breaker(own, 'llm', 'open')] }, 'resting'],
  ['its breaker open, but the next attempt due', { breakers: [breaker(own, 'llm', 'open', '11:59')] }, 'ready'],
  ['the agent’s breaker open', { breakers: [breaker('agent:agent', 'agent', 'open')] }, 'resting'],
  ['another model’s breaker open', { breakers: [breaker('llm:other', 'llm', 'open')] }, 'ready'],
  ['its breaker half-open', { breakers: [breaker(own, 'llm', 'half_open')] }, 'ready'],
  ['today’s quota used up', { quota: true }, 'quota_reached'],
] as const)('with %s nothing but the fact is told', async (_, given, state) => {
  expect(await stateOf({ ...given, breakers: 'breakers' in given ? [...given.breakers] : [] })).toEqual({ state });
});

test('a breaker’s id holds nothing of the address', () => {
  expect(modelBreakerId(endpoint)).toMatch(/^[0-9a-f]{16}$/);
});
