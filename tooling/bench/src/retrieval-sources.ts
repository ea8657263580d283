import { newId } from '@majed-vanna/contract';
import { databaseFile, type KnownQuestion, type QuestionSet } from '@majed-vanna/core/question-folders';
import { createEngine, type SemanticModel } from '@majed-vanna/nlq';
import { readModel } from './nlq-model.ts';
import { openGoldReader } from './retrieval-golds.ts';

/** A question with the tables that its answer reads. */
export interface Wanted {
  readonly question: KnownQuestion;
  readonly sql: string;
  /** `schema.table`, in the names of the source it is asked of. */
  readonly tables: ReadonlySet<string>;
}

export interface VerifiedQuestion {
  readonly id: ReturnType<typeof newId<'vfq'>>;
  readonly question: string;
  readonly language: 'en';
  readonly sql: string;
}

/** What the search is given of a source, and what it is asked. */
export interface RetrievalSource {
  readonly id: ReturnType<typeof newId<'src'>>;
  readonly semantics: ReturnType<typeof semanticsOf>;
  readonly asked: readonly Wanted[];
}

const models = new Map<string, Promise<SemanticModel>>();

/** The databases of a set one by one, and all of them as one source whose schemas they are. */
export async function readSources(set: QuestionSet, limit: number): Promise<{ within: RetrievalSource[]; union: RetrievalSource }> {
  const byDatabase = Map.groupBy(set.questions.slice(0, limit), ({ db }) => db);
  const within: RetrievalSource[] = [];
  const renamed: { model: SemanticModel; asked: Wanted[] }[] = [];
  for (const [db, questions] of byDatabase) {
    const file = databaseFile(set, db);
    const model = await modelOf(file);
    const asked = wantedOf(file, model, questions);
    within.push({ id: newId('src'), semantics: semanticsOf(model), asked });
    renamed.push({
      model: inSchema(db, model),
      asked: asked.map((each) => ({ ...each, tables: new Set([...each.tables].map((table) => moved(db, table))) })),
    });
  }
  const whole: SemanticModel = {
    dialect: 'sqlite',
    tables: renamed.flatMap(({ model }) => model.tables),
    joins: renamed.flatMap(({ model }) => model.joins),
    metrics: [],
  };
  return { within, union: { id: newId('src'), semantics: semanticsOf(whole), asked: renamed.flatMap(({ asked }) => asked) } };
}

export function semanticsOf(model: SemanticModel, verified: readonly VerifiedQuestion[] = []) {
  const tables = model.tables.map(({ schema, name, columns }) => ({
    ...{ schema, name, kind: 'table' as const, comment: null, primaryKey: [], foreignKeys: [], rowEstimate: null },
    columns: columns.map((column) => ({
      name: column.name,
      nativeType: column.nativeType,
      kind: column.kind,
      nullable: true,
      comment: null,
    })),
  }));
  return {
    model,
    engine: createEngine(model),
    snapshot: { dialect: model.dialect, defaultSchema: 'main', tables, takenAt: new Date(0).toISOString() },
    schemaVersion: '',
    semanticVersion: 0,
    knowledge: { glossary: [], passages: [], verified },
  };
}

function modelOf(file: string): Promise<SemanticModel> {
  const known = models.get(file) ?? readModel(file);
  models.set(file, known);
  return known;
}

/** Questions whose answer reads no table, or cannot be read, say nothing of the search. */
function wantedOf(file: string, { tables }: SemanticModel, questions: readonly KnownQuestion[]): Wanted[] {
  const reader = openGoldReader(file);
  const keys = new Map(tables.map(({ schema, name }) => [name.toLowerCase(), `${schema}.${name}`]));
  const wanted = questions
    .filter(({ tags }) => !tags.includes('gold-error'))
    .flatMap((question) => {
      const [sql] = question.golds;
      const read = sql === undefined ? null : reader.tablesOf(sql);
      const found = new Set((read ?? []).flatMap((name) => keys.get(name.toLowerCase()) ?? []));
      return sql !== undefined && found.size > 0 ? [{ question, sql, tables: found }] : [];
    });
  reader.close();
  return wanted;
}

function inSchema(db: string, model: SemanticModel): SemanticModel {
  return {
    ...model,
    tables: model.tables.map((table) => ({ ...table, schema: db })),
    joins: model.joins.map(({ from, to, ...join }) => ({
      ...join,
      from: { ...from, table: moved(db, from.table) },
      to: { ...to, table: moved(db, to.table) },
    })),
  };
}

const moved = (db: string, table: string) => `${db}${table.slice(table.indexOf('.'))}`;
