import { type EvaluationChange, type EvaluationResult, isGoodVerdict } from '@majed-vanna/contract';

interface Differences {
  readonly nowRight: EvaluationChange[];
  readonly nowWrong: EvaluationChange[];
  readonly otherwise: EvaluationChange[];
  readonly compared: number;
}

/** Cases that two runs of one set judge differently. A case is the same one as long as it asks and expects the same. */
export function compareRuns(before: readonly EvaluationResult[], after: readonly EvaluationResult[]): Differences {
  const earlier = new Map(before.map((result) => [caseKey(result), result]));
  const pairs = after.flatMap((result) => {
    const known = earlier.get(caseKey(result));
    return known ? [{ before: known, after: result }] : [];
  });
  const changed = pairs.filter((pair) => pair.before.verdict !== pair.after.verdict);
  const good = ({ verdict }: EvaluationResult) => isGoodVerdict(verdict);
  return {
    nowRight: changed.filter((pair) => good(pair.after)),
    nowWrong: changed.filter((pair) => good(pair.before)),
    otherwise: changed.filter((pair) => !good(pair.before) && !good(pair.after)),
    compared: pairs.length,
  };
}

const caseKey = ({ question, expected, expectedSql }: EvaluationResult) => JSON.stringify([question, expected, expectedSql]);
