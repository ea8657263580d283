import { createContext, useContext } from 'react';

const TurnQuestion = createContext('');

export const TurnQuestionProvider = TurnQuestion.Provider;

/** The question of the turn that is drawn. */
export function useQuestionOf(): string {
  return useContext(TurnQuestion);
}
