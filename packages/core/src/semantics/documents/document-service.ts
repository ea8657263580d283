import {
  type Actor,
  type AddDocumentInput,
  AppError,
  because,
  type DataSourceId,
  type LayerDocument,
  type LayerDocumentText,
  newId,
  type SemanticDocumentId,
} from '@majed-vanna/contract';
import type { Database, SemanticDocumentRow } from '@majed-vanna/db';
import { requirePermission } from '../../permission.ts';
import type { Clock } from '../../ports.ts';
import type { GivenText } from '../layer/given-text.ts';
import { type NameOf, namesOf } from '../layer/presented.ts';
import { documentText } from './document-text.ts';
import { passagesOf } from './passages.ts';

export interface DocumentServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly given: GivenText;
  /** Told when a document came or went. */
  readonly onChanged: (id: DataSourceId) => void;
}

/** Of one source: what is more is not searched well, and every question reads them. */
const MAX_DOCUMENTS = 200;

type Named = { readonly dataSourceId: DataSourceId; readonly id: SemanticDocumentId };

/** Texts that explain the data; what is added or removed counts from the next question on. */
export function createDocumentService({ database, clock, given, onChanged }: DocumentServiceDeps) {
  const { repositories } = database;
  return { documents, document, addDocument, removeDocument };

  /** @throws AppError `forbidden` */
  async function documents(actor: Actor, source: DataSourceId): Promise<LayerDocument[]> {
    requirePermission(actor, 'semanticLayer.read');
    const rows = await repositories.semanticDocuments.list(source);
    const names = await namesOf(
      repositories,
      rows.map(({ addedBy }) => addedBy),
    );
    return rows.map((row) => presented(row, names));
  }

  /** With its whole text. @throws AppError `forbidden`, `not_found` */
  async function document(actor: Actor, { dataSourceId, id }: Named): Promise<LayerDocumentText> {
    requirePermission(actor, 'semanticLayer.read');
    const row = await existing(dataSourceId, id);
    return {
      ...presented(row, await namesOf(repositories, [row.addedBy])),
      text: row.text,
      parts: passagesOf(row).map(({ title, text }) => ({ title, text })),
    };
  }

  /** @throws AppError `forbidden`, `not_found`, `too_large`, `unreadable_file`, `conflict` when there are too many */
  async function addDocument(actor: Actor, { dataSourceId, title, fileName, ...content }: AddDocumentInput): Promise<LayerDocument> {
    requirePermission(actor, 'semanticLayer.write');
    const read = await documentText(fileName, await given.bytesOf(content));
    const createdAt = clock.now();
    const id = newId('doc', createdAt.getTime());
    const row = { id, dataSourceId, title, fileName, ...read, addedBy: actor.userId, createdAt };
    await database.transaction(async ({ dataSources, semanticDocuments, auditLog }) => {
      await dataSources.lock(dataSourceId);
      if ((await semanticDocuments.listIds(dataSourceId)).length >= MAX_DOCUMENTS)
        throw AppError.because('conflict', because('documents_full', { most: MAX_DOCUMENTS }));
      await semanticDocuments.create(row);
      const details = { document: id, title, characters: read.text.length };
      await auditLog.append({ at: createdAt, actor: actor.userId, action: 'semanticLayer.documentAdded', target: dataSourceId, details });
    });
    onChanged(dataSourceId);
    return presented(row, await namesOf(repositories, [row.addedBy]));
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function removeDocument(actor: Actor, { dataSourceId, id }: Named): Promise<void> {
    requirePermission(actor, 'semanticLayer.write');
    const { title } = await existing(dataSourceId, id);
    await database.transaction(async ({ semanticDocuments, auditLog }) => {
      await semanticDocuments.remove(id);
      const details = { document: id, title };
      await auditLog.append({
        at: clock.now(),
        actor: actor.userId,
        action: 'semanticLayer.documentRemoved',
        target: dataSourceId,
        details,
      });
    });
    onChanged(dataSourceId);
  }

  async function existing(source: DataSourceId, id: SemanticDocumentId): Promise<SemanticDocumentRow> {
    const row = await repositories.semanticDocuments.getById(id);
    if (row?.dataSourceId !== source) throw AppError.because('not_found', because('no_such_document'));
    return row;
  }
}

function presented(row: SemanticDocumentRow, nameOf: NameOf): LayerDocument {
  const { id, title, fileName, mediaType, text, addedBy, createdAt } = row;
  const passages = passagesOf(row).length;
  return {
    id,
    title,
    fileName,
    mediaType,
    characters: text.length,
    passages,
    addedBy: nameOf(addedBy),
    createdAt: createdAt.toISOString(),
  };
}
