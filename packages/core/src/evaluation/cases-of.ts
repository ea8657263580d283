import { AppError, because, type GoldenCase, type GoldenCasesInput } from '@majed-vanna/contract';
import type { Repositories } from '@majed-vanna/db';

/** What the set that is always there is called in files and on the command line; pages have their own words. */
export const VERIFIED_SET = 'verified';

interface CasesOfSet {
  readonly name: string;
  /** `today`: the day that periods of a verified question are counted from. */
  readonly cases: readonly (GoldenCase & { readonly today?: string })[];
}

/** The cases of a set, or the verified questions of the source as cases. @throws AppError `not_found` also for a set of another source */
export async function casesOf(
  { goldenSets, verifiedQuestions }: Repositories,
  { dataSourceId, setId }: GoldenCasesInput,
): Promise<CasesOfSet> {
  if (setId === null) {
    const cases = (await verifiedQuestions.listVerified(dataSourceId)).map(({ id, question, sql, originRunId, asOf }) => ({
      id,
      question,
      expected: 'answer' as const,
      sql,
      originRunId,
      ...(asOf === null ? {} : { today: asOf }),
    }));
    return { name: VERIFIED_SET, cases };
  }
  const set = await goldenSets.getById(setId);
  if (set?.dataSourceId !== dataSourceId) throw AppError.because('not_found', because('no_such_set'));
  return { name: set.name, cases: await goldenSets.listCases(setId) };
}
