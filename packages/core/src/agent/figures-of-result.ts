import { figureCheck } from '../answer/spoken-figures.ts';
import type { RanStatement } from './ran-statement.ts';

/** Whether all figures of a text stand in the question or the last result, whichever that is by then. */
export function figuresOfResult(question: string, last: () => RanStatement | null): (text: string) => boolean {
  let of = last();
  let check = checkOf(of);
  return (text) => {
    const now = last();
    if (now !== of) [of, check] = [now, checkOf(now)];
    return check(text);
  };

  function checkOf(statement: RanStatement | null) {
    return figureCheck(statement?.execution.rows ?? [], question, statement?.sql ?? '');
  }
}
