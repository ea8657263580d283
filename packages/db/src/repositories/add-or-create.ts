import { isUniqueViolation } from './repository-error.ts';

/** Adds to a counter's row, or makes it; when somebody else makes it first, adds to theirs. Not inside a transaction. */
export async function addOrCreate(add: () => Promise<{ readonly count: number }>, create: () => Promise<unknown>): Promise<void> {
  if ((await add()).count > 0) return;
  try {
    await create();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    await add();
  }
}
