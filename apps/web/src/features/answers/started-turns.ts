import type { ConversationId, ConversationTurn, RunId } from '@majed-vanna/contract';
import { useSyncExternalStore } from 'react';

/** A question with its run; what a page needs to show it. */
export type Turn = Pick<ConversationTurn, 'runId' | 'question' | 'askedAt' | 'outcome' | 'events'>;

const NONE: readonly Turn[] = [];
const turns = new Map<ConversationId, readonly Turn[]>();
const listeners = new Set<() => void>();

/** Questions asked on this page: shown at once, before the conversation is read again. */
export function addStartedTurn(conversationId: ConversationId, runId: RunId, question: string, askedAt: string): void {
  turns.set(conversationId, [...(turns.get(conversationId) ?? NONE), { runId, question, askedAt, outcome: null, events: [] }]);
  for (const listener of listeners) listener();
}

/** When the conversations themselves are gone. */
export function forgetStartedTurns(): void {
  turns.clear();
  for (const listener of listeners) listener();
}

export function useStartedTurns(conversationId: ConversationId): readonly Turn[] {
  return useSyncExternalStore(subscribe, () => turns.get(conversationId) ?? NONE);
}

/** Turns as the server has them, then those it had not when it was asked. */
export function mergeTurns(known: readonly Turn[], started: readonly Turn[]): Turn[] {
  const seen = new Set(known.map((turn) => turn.runId));
  return [...known, ...started.filter((turn) => !seen.has(turn.runId))];
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
