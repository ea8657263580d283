import { newId } from '@majed-vanna/contract';
import { createEngine, type SemanticColumn, type SemanticModel, type SemanticTable } from '@majed-vanna/nlq';
import type { Knowledge, VerifiedPair } from '../../semantics/knowledge.ts';
import type { SourceSemantics } from '../../semantics/semantics-service.ts';

type Spoken = SemanticTable['words'];

const column = (name: string, words: Spoken, more: Partial<SemanticColumn> = {}): SemanticColumn => ({
  ...{ name, kind: 'text', nativeType: 'TEXT', comment: null, words, values: null },
  ...{ range: null, format: null, currency: null, masked: false, ...more },
});

const table = (name: string, words: Spoken, columns: SemanticColumn[], comment: string | null = null): SemanticTable => ({
  ...{ schema: 'main', name, comment, words, columns, primaryKey: [columns[0]?.name ?? ''], rowEstimate: null },
});

const MODEL: SemanticModel = {
  dialect: 'sqlite',
  tables: [
    table('wards', { en: ['ward'], ar: ['الجناح'] }, [
      column('ward_id', { en: ['ward id'] }, { kind: 'integer' }),
      column('floor', { en: ['floor'], ar: ['الطابق'] }, { kind: 'integer' }),
    ]),
    table('doctors', { en: ['doctor'], ar: ['الطبيب'] }, [
      column('doctor_id', { en: ['doctor id'] }, { kind: 'integer' }),
      column('specialty', { en: ['specialty'], ar: ['التخصص'] }, { values: ['Cardiology', 'Neurology', 'Kessler therapy'] }),
      column('salary', { en: ['salary'], ar: ['الراتب'] }, { kind: 'decimal' }),
    ]),
    table('admissions', { en: ['admission'], ar: ['حالة الدخول'] }, [
      column('admission_id', { en: ['admission id'] }, { kind: 'integer' }),
      column('ward_id', { en: ['ward id'] }, { kind: 'integer' }),
      column('doctor_id', { en: ['doctor id'] }, { kind: 'integer' }),
      column('admitted_on', { en: ['admitted on'], ar: ['تاريخ الدخول'] }, { kind: 'date' }),
    ]),
    table(
      'parking_permits',
      { en: ['parking permit'] },
      [column('permit_no', { en: ['permit number'] })],
      'Who may leave a car in the yard',
    ),
  ],
  joins: [
    {
      from: { table: 'main.admissions', columns: ['ward_id'] },
      to: { table: 'main.wards', columns: ['ward_id'] },
      ...{ cardinality: 'many_to_one', origin: 'declared', words: {} },
    },
    {
      from: { table: 'main.admissions', columns: ['doctor_id'] },
      to: { table: 'main.doctors', columns: ['doctor_id'] },
      ...{ cardinality: 'many_to_one', origin: 'declared', words: {} },
    },
  ],
  dimensions: [
    {
      ...{ name: 'pay band', words: { en: ['pay band'] }, description: 'Low, middle or high', table: 'main.doctors', kind: 'text' },
      expression: "CASE WHEN {salary} > 9000 THEN 'Zenith' ELSE 'other' END",
    },
  ],
  metrics: [
    {
      name: 'payroll',
      words: { en: ['payroll'], ar: ['إجمالي الرواتب'] },
      ...{ description: 'What doctors cost', table: 'main.doctors', expression: 'SUM({salary})', filter: null },
      ...{ dateColumn: null, format: null, currency: null },
    },
  ],
};

const verified = (question: string, sql: string, language: 'en' | 'ar' = 'en'): VerifiedPair => ({
  ...{ id: newId('vfq'), question, language, sql },
});

export const KNOWLEDGE: Knowledge = {
  glossary: [{ name: 'length of stay', words: { en: ['length of stay'] }, description: 'Nights between admission and discharge.' }],
  passages: [
    { id: 'doc_1:0', title: 'Visiting hours', text: 'Relatives may visit the ward in the afternoon.' },
    { id: 'doc_2:0', title: 'Pay', text: 'The salary follows the collective agreement.' },
  ],
  verified: [
    verified('How many doctors are there?', 'SELECT COUNT(*) FROM doctors'),
    verified('What do doctors earn on average?', 'SELECT AVG(salary) FROM doctors'),
    verified('كم عدد الأجنحة؟', 'SELECT COUNT(*) FROM wards', 'ar'),
  ],
};

/** A small hospital as it is known once somebody described it. */
export function hospital(more: Partial<Knowledge> = {}): SourceSemantics {
  const columnsOf = ({ columns }: SemanticTable) =>
    columns.map(({ name, nativeType, kind }) => ({ name, nativeType, kind, nullable: true, comment: null }));
  return {
    model: MODEL,
    engine: createEngine(MODEL),
    snapshot: {
      dialect: 'sqlite',
      defaultSchema: 'main',
      takenAt: '2026-01-01T00:00:00Z',
      tables: MODEL.tables.map((each) => ({
        ...{ schema: 'main', name: each.name, kind: 'table', comment: null, columns: columnsOf(each) },
        ...{ primaryKey: [...each.primaryKey], foreignKeys: [], rowEstimate: null },
      })),
    },
    schemaVersion: '1',
    semanticVersion: 1,
    knowledge: { ...KNOWLEDGE, ...more },
  };
}
