import { because, type DataSourceId, dataSourceId, type SemanticDocumentId, semanticDocumentId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { SemanticDocument } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { storable } from './text-keys.ts';

export interface SemanticDocumentRow {
  readonly id: SemanticDocumentId;
  readonly dataSourceId: DataSourceId;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
  /** Id of who added it. */
  readonly addedBy: string;
  readonly createdAt: Date;
}

/** Texts that explain the data of a source. */
export function createSemanticDocumentRepository({ semanticDocument: documents }: PrismaConnection) {
  return { list, listIds, getById, create, remove };

  /** Oldest first. */
  async function list(source: DataSourceId): Promise<SemanticDocumentRow[]> {
    return (await documents.findMany({ where: { dataSourceId: source }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })).map(toRow);
  }

  /** Tells cheaply whether a document came or went: a document never changes. */
  async function listIds(source: DataSourceId): Promise<SemanticDocumentId[]> {
    const found = await documents.findMany({ where: { dataSourceId: source }, select: { id: true }, orderBy: { id: 'asc' } });
    return found.map(({ id }) => semanticDocumentId.parse(id));
  }

  async function getById(id: SemanticDocumentId): Promise<SemanticDocumentRow | null> {
    const found = await documents.findUnique({ where: { id } });
    return found && toRow(found);
  }

  async function create(document: SemanticDocumentRow): Promise<void> {
    const { title, text, fileName, createdAt } = document;
    const clean = { title: storable(title), text: storable(text), fileName: storable(fileName) };
    await documents.create({ data: { ...document, ...clean, updatedAt: createdAt } });
  }

  /** @throws AppError `not_found` */
  async function remove(id: SemanticDocumentId): Promise<void> {
    await guarded(documents.delete({ where: { id } }), { absent: because('no_such_document') });
  }
}

export type SemanticDocumentRepository = ReturnType<typeof createSemanticDocumentRepository>;

function toRow({ updatedAt: _updated, ...document }: SemanticDocument): SemanticDocumentRow {
  return { ...document, id: semanticDocumentId.parse(document.id), dataSourceId: dataSourceId.parse(document.dataSourceId) };
}
