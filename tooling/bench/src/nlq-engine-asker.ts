import { databaseFile, type KnownQuestion, type QuestionSet } from '@majed-vanna/core/question-folders';
import { createThesaurus } from '@majed-vanna/core/thesaurus';
import { createEngine, type Engine } from '@majed-vanna/nlq';
import type { Asker, Prediction } from './nlq-asker.ts';
import { readModel } from './nlq-model.ts';
import type { BenchOptions } from './nlq-options.ts';

/** Asks the embedded engine, one model per database. */
export function createEngineAsker({ noThesaurus }: BenchOptions, note: (text: string) => void): Asker {
  const engineOptions = noThesaurus ? {} : { thesaurus: createThesaurus() };
  const engines = new Map<string, Promise<Engine>>();
  return { ask };

  async function ask(set: QuestionSet, { db, question, today }: KnownQuestion): Promise<Prediction> {
    const file = databaseFile(set, db);
    const engine = engines.get(file) ?? readModel(file).then((model) => createEngine(model, engineOptions));
    engines.set(file, engine);
    try {
      return prediction((await engine).interpret(question, { today }));
    } catch (error) {
      note(`the engine failed on "${question}": ${error instanceof Error ? error.stack : String(error)}`);
      return { kind: 'refuse', sql: null, confidence: null, offered: [], note: 'the engine failed', reading: null };
    }
  }
}

function prediction(read: ReturnType<Engine['interpret']>): Prediction {
  switch (read.kind) {
    case 'answer':
      return {
        kind: 'answer',
        sql: read.reading.sql,
        confidence: read.reading.confidence,
        offered: [],
        note: `${read.reading.confidence.toFixed(2)} ${read.reading.understood.map((part) => part.text).join(' ')}`,
        reading: read.reading,
      };
    case 'ask':
      return {
        kind: 'ask',
        sql: null,
        confidence: read.readings[0]?.confidence ?? null,
        offered: read.readings.map((reading) => reading.sql),
        note: read.readings.map((reading) => `${reading.confidence.toFixed(2)} ${reading.label}`).join(' / '),
        reading: null,
      };
    case 'refuse':
      return {
        kind: 'refuse',
        sql: null,
        confidence: null,
        offered: [],
        note: `${read.reason} [${read.unknownWords.join(' ')}]`,
        reading: null,
      };
  }
}
