import {
  type Actor,
  AppError,
  because,
  type CaseFromAnswerInput,
  type CasesExport,
  type CasesExportInput,
  type CasesFromConversation,
  type CasesFromConversationInput,
  type CasesImported,
  type CasesImportInput,
  type DataSourceId,
  type GoldenCase,
  type GoldenCaseInput,
  type GoldenCaseRef,
  type GoldenCasesInput,
  type GoldenQuestion,
  type GoldenSetId,
  type GoldenSetInput,
  type GoldenSetRename,
  type GoldenSetSummary,
  MAX_CASES,
  newId,
  type RunId,
  SAMPLE_SET,
} from '@majed-vanna/contract';
import type { Database, Repositories } from '@majed-vanna/db';
import { ownAnswer } from '../answer/answer-access.ts';
import { wholeQuestion } from '../answer/asked-question.ts';
import { cleanQuestion } from '../answer/question-text.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import type { SemanticsService } from '../semantics/semantics-service.ts';
import { readCases, writeCases } from './case-files.ts';
import { casesOf, VERIFIED_SET } from './cases-of.ts';
import { casesOfConversation, expectedOf } from './conversation-cases.ts';
import { recordSampleSet, SAMPLE_CASES } from './sample-golden-set.ts';

export interface GoldenSetServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'engineFor'>;
  readonly clock: Clock;
}

export type GoldenSetService = ReturnType<typeof createGoldenSetService>;

/** Questions whose right outcome is known, in sets. */
export function createGoldenSetService({ database, semantics, clock }: GoldenSetServiceDeps) {
  const { repositories } = database;
  return {
    list,
    create,
    addSampleSet,
    rename,
    remove,
    cases,
    saveCase,
    removeCase,
    addFromAnswer,
    addFromConversation,
    importCases,
    exportCases,
  };

  /** The verified questions first, then the others by name. @throws AppError `forbidden` */
  async function list(actor: Actor, dataSourceId: DataSourceId): Promise<GoldenSetSummary[]> {
    requirePermission(actor, 'evaluation.read');
    const [sets, verified] = await Promise.all([
      repositories.goldenSets.list(dataSourceId),
      repositories.verifiedQuestions.listVerified(dataSourceId),
    ]);
    return [{ id: null, name: VERIFIED_SET, cases: verified.length }, ...sets.map(({ id, name, cases }) => ({ id, name, cases }))];
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` when the name is taken */
  async function create(actor: Actor, { dataSourceId, name }: GoldenSetInput): Promise<GoldenSetSummary> {
    requirePermission(actor, 'evaluation.write');
    if (!(await repositories.dataSources.getById(dataSourceId))) throw AppError.because('not_found', because('no_such_source'));
    const id = newId('gst');
    await changed(actor, 'created', id, { name }, ({ goldenSets }, createdAt) => goldenSets.create({ id, dataSourceId, name, createdAt }));
    return { id, name, cases: 0 };
  }

  /**
   * The questions that the sample company comes with, for one that was set up without them.
   * @throws AppError `forbidden`, `not_found`, `invalid_input` for other data, `conflict` when it has them
   */
  async function addSampleSet(actor: Actor, dataSourceId: DataSourceId): Promise<GoldenSetSummary> {
    requirePermission(actor, 'evaluation.write');
    const source = await repositories.dataSources.getById(dataSourceId);
    if (!source) throw AppError.because('not_found', because('no_such_source'));
    if (source.kind !== 'sample') throw AppError.because('invalid_input', because('sample_questions_elsewhere'));
    const at = clock.now();
    const id = await database.transaction(async (inside) => {
      const created = await recordSampleSet(inside, dataSourceId, at);
      const details = { name: SAMPLE_SET, cases: SAMPLE_CASES.length };
      await inside.auditLog.append({ at, actor: actor.userId, action: 'goldenSet.created', target: created, details });
      return created;
    });
    return { id, name: SAMPLE_SET, cases: SAMPLE_CASES.length };
  }

  /** @throws AppError `forbidden`, `not_found`, `conflict` when the name is taken */
  async function rename(actor: Actor, { id, name }: GoldenSetRename): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    await changed(actor, 'renamed', id, { name }, ({ goldenSets }, at) => goldenSets.rename(id, name, at));
  }

  /** Evaluations of it stay. @throws AppError `forbidden`, `not_found` */
  async function remove(actor: Actor, id: GoldenSetId): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    const { name } = await existing(id);
    await changed(actor, 'removed', id, { name }, ({ goldenSets }) => goldenSets.remove(id));
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function cases(actor: Actor, input: GoldenCasesInput): Promise<GoldenCase[]> {
    requirePermission(actor, 'evaluation.read');
    const { cases: found } = await casesOf(repositories, input);
    return found.map(({ id, question, expected, sql, originRunId }) => ({ id, question, expected, sql, originRunId }));
  }

  /** A new case, or another wording of one. @throws AppError `forbidden`, `not_found`, `too_large` */
  async function saveCase(actor: Actor, { setId, id, body: given }: GoldenCaseInput): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    const body = { ...given, question: cleanQuestion(given.question) };
    await existing(setId);
    if (id) return changed(actor, 'case_changed', setId, { id }, ({ goldenSets }, at) => goldenSets.updateCase({ setId, id }, body, at));
    await add(actor, setId, [{ ...body, originRunId: null }], 'case_added');
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function removeCase(actor: Actor, { setId, id }: GoldenCaseRef): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    await changed(actor, 'case_removed', setId, { id }, ({ goldenSets }) => goldenSets.removeCase({ setId, id }));
  }

  /**
   * The actor's own question becomes a case that expects what came of it. A case is asked alone: one that goes on from
   * others is reworded by whoever keeps it.
   * @throws AppError `forbidden`, `not_found`, `invalid_input` when nothing came of it, `conflict` when the set is of another
   *   source or the question leans on others
   */
  async function addFromAnswer(actor: Actor, { runId, setId, question: reworded }: CaseFromAnswerInput): Promise<void> {
    requirePermission(actor, 'evaluation.write');
    const { answer } = await ownAnswer(database, actor, runId);
    const set = await existing(setId);
    if (set.dataSourceId !== answer.dataSourceId) throw AppError.because('conflict', because('set_of_other_source'));
    const expects = expectedOf(answer);
    if (!expects) throw AppError.because('invalid_input', because('nothing_to_expect'));
    const question = await wholeQuestion({ database, semantics }, answer, reworded);
    await add(actor, setId, [{ ...expects, question, originRunId: runId }], 'case_added');
  }

  /**
   * Every question of the conversation that an answer stands in, as far as it can be asked alone.
   * @throws AppError `forbidden`, `not_found`, `too_large`
   */
  async function addFromConversation(actor: Actor, { runId, setId }: CasesFromConversationInput): Promise<CasesFromConversation> {
    requirePermission(actor, 'evaluation.write');
    const { conversation } = await ownAnswer(database, actor, runId);
    const { dataSourceId } = await existing(setId);
    const { cases: found, left } = await casesOfConversation({ database, semantics }, conversation.id, dataSourceId);
    const fresh = await unknownTo(setId, found);
    if (fresh.length > 0) await add(actor, setId, fresh, 'cases_from_conversation');
    return { added: fresh.length, known: found.length - fresh.length, left };
  }

  /** Questions that the set holds already are left as they are. @throws AppError `forbidden`, `not_found`, `invalid_input`, `too_large` */
  async function importCases(actor: Actor, { setId, text }: CasesImportInput): Promise<CasesImported> {
    requirePermission(actor, 'evaluation.write');
    await existing(setId);
    const read = readCases(text).map((one) => ({ ...one, question: cleanQuestion(one.question) }));
    const fresh = await unknownTo(setId, [...new Map(read.map((one) => [one.question, one])).values()]);
    if (fresh.length > 0)
      await add(
        actor,
        setId,
        fresh.map((one) => ({ ...one, originRunId: null })),
        'cases_imported',
      );
    return { added: fresh.length, known: read.length - fresh.length };
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function exportCases(actor: Actor, { format, ...of }: CasesExportInput): Promise<CasesExport> {
    requirePermission(actor, 'evaluation.read');
    const { name, cases: found } = await casesOf(repositories, of);
    const base = name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '');
    return { fileName: `${base || 'cases'}.${format}`, text: writeCases(found, format) };
  }

  async function add(actor: Actor, setId: GoldenSetId, rows: readonly (GoldenQuestion & { originRunId: RunId | null })[], what: string) {
    await changed(actor, what, setId, { cases: rows.length }, async ({ goldenSets }, createdAt) => {
      if ((await goldenSets.countCases(setId)) + rows.length > MAX_CASES)
        throw AppError.because('too_large', because('set_full', { most: MAX_CASES }));
      // Ids sort by their time: so the cases keep their order.
      await goldenSets.addCases(rows.map((row, index) => ({ ...row, id: newId('gcs', createdAt.getTime() + index), setId, createdAt })));
    });
  }

  async function unknownTo<Q extends { readonly question: string }>(setId: GoldenSetId, rows: readonly Q[]): Promise<Q[]> {
    const known = new Set((await repositories.goldenSets.listCases(setId)).map(({ question }) => question));
    return rows.filter(({ question }) => !known.has(question));
  }

  async function existing(id: GoldenSetId) {
    const found = await repositories.goldenSets.getById(id);
    if (!found) throw AppError.because('not_found', because('no_such_set'));
    return found;
  }

  async function changed(
    actor: Actor,
    what: string,
    target: GoldenSetId,
    details: Readonly<Record<string, unknown>>,
    write: (inside: Repositories, at: Date) => Promise<unknown>,
  ): Promise<void> {
    const at = clock.now();
    await database.transaction(async (inside) => {
      await write(inside, at);
      await inside.auditLog.append({ at, actor: actor.userId, action: `goldenSet.${what}`, target, details });
    });
  }
}
