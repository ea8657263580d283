import {
  type Actor,
  AppError,
  because,
  type ConfirmManyInput,
  type DataSourceId,
  type LayerChanges,
  type LayerEntries,
  type LayerEntriesInput,
  type LayerTable,
  type LayerTables,
  type LayerTablesInput,
  type LayerThing,
  type LayerThingInput,
  type LayerVersion,
  type LayerVersionSummary,
  type LayerVersions,
  type LayerWaitingCounts,
  layerThing,
  type ProposeInput,
  type PublishInput,
  type SchemaDrift,
  type SemanticChangeId,
  type SemanticEntryBody,
  type StaleEntry,
  semanticEntryBody,
} from '@majed-vanna/contract';
import type { Database, DataSourceRow } from '@majed-vanna/db';
import type { Warehouse } from '@majed-vanna/warehouse';
import type { UploadStore } from '../data-sources/upload-store.ts';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import { createDocumentService } from './documents/document-service.ts';
import { createLayerFiles } from './files/file-service.ts';
import type { VerifiedPair } from './knowledge.ts';
import { canonicalKey, checkBody } from './layer/check-body.ts';
import { checkStatementOf } from './layer/check-statement-of.ts';
import { joinKey } from './layer/draft-bodies.ts';
import { createGivenText } from './layer/given-text.ts';
import { entryList, tableDetails, tableList } from './layer/layer-lists.ts';
import { draftOf, joinThings, thingOf } from './layer/layer-things.ts';
import { createLayerViews, type LayerView, nameOf } from './layer/layer-view.ts';
import { namesOf, presentedChanges, presentedVersion, versionSummary } from './layer/presented.ts';
import { createPublication } from './layer/publication.ts';
import { refreshSchema } from './layer/refresh-schema.ts';
import { createOverlaps } from './layer/value-overlap.ts';
import type { SemanticsService } from './semantics-service.ts';

export interface SemanticLayerServiceDeps {
  readonly database: Database;
  readonly semantics: Pick<SemanticsService, 'draftFor' | 'lookAgain'>;
  readonly uploads: Pick<UploadStore, 'resolveText'>;
  /** Questions of a source that a reviewer confirmed: written into its file. */
  readonly verifiedPairs?: (id: DataSourceId) => Promise<readonly VerifiedPair[]>;
  /** Told when something else holds of a source than before. */
  readonly onChanged?: (id: DataSourceId) => void;
  readonly clock: Clock;
}

interface Opened {
  readonly source: DataSourceRow;
  readonly warehouse: Warehouse;
  readonly view: LayerView;
}

export type SemanticLayerService = ReturnType<typeof createSemanticLayerService>;

/** What people write about the data: looked at, changed, published, taken back. */
export function createSemanticLayerService({
  database,
  semantics,
  uploads,
  clock,
  verifiedPairs = async () => [],
  onChanged = () => undefined,
}: SemanticLayerServiceDeps) {
  const { repositories } = database;
  const overlaps = createOverlaps();
  const views = createLayerViews(database, overlaps.known);
  const publication = createPublication({ database, clock });
  const given = createGivenText(uploads);
  const reading = { tables, table, entries, thing, stale, waiting, changes, versions, version };
  const writing = { propose, confirm, confirmMany, discard, publish, revert, refreshSchema: refresh };
  const files = createLayerFiles({ open, publication, given, verifiedPairs });
  return { ...reading, ...writing, ...files, ...createDocumentService({ database, clock, given, onChanged }) };

  /** @throws AppError `forbidden`, `not_found` */
  async function tables(actor: Actor, input: LayerTablesInput): Promise<LayerTables> {
    requirePermission(actor, 'semanticLayer.read');
    return tableList((await open(input.dataSourceId)).view, input);
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function table(actor: Actor, { dataSourceId, key }: { dataSourceId: DataSourceId; key: string }): Promise<LayerTable> {
    requirePermission(actor, 'semanticLayer.read');
    const { view, warehouse } = await open(dataSourceId);
    const { snapshot, model } = view.draft;
    const joins = model.joins.filter(({ from, to }) => [from.table, to.table].some((end) => end.toLowerCase() === key.toLowerCase()));
    await overlaps.count(view.draft, joins, { warehouse, snapshot });
    const found = tableDetails(view, key);
    if (!found) throw AppError.because('not_found', because('no_such_table'));
    return found;
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function entries(actor: Actor, input: LayerEntriesInput): Promise<LayerEntries> {
    requirePermission(actor, 'semanticLayer.read');
    const { view, warehouse } = await open(input.dataSourceId);
    const list = entryList(view, input);
    if (input.kind !== 'join') return list;
    const shown = new Set(list.items.map(({ key }) => key));
    const { snapshot, model } = view.draft;
    await overlaps.count(
      view.draft,
      model.joins.filter((join) => shown.has(joinKey(join))),
      { warehouse, snapshot },
    );
    return entryList(view, input);
  }

  /** One thing in all its states; with nothing said of it, its key is all there is. @throws AppError `forbidden`, `not_found` */
  async function thing(actor: Actor, { dataSourceId, kind, key }: LayerThingInput): Promise<LayerThing> {
    requirePermission(actor, 'semanticLayer.read');
    const { view } = await open(dataSourceId);
    const join = kind === 'join' ? joinThings(view).find((one) => one.key === key) : undefined;
    return layerThing.parse(join ?? thingOf(view, kind, key, draftOf(view, kind, key)));
  }

  /** Counted only, for every page. @throws AppError `forbidden` */
  async function waiting(actor: Actor): Promise<LayerWaitingCounts> {
    requirePermission(actor, 'semanticLayer.read');
    const { semanticChanges, verifiedQuestions } = repositories;
    return { changes: await semanticChanges.count(), drafts: await verifiedQuestions.count('draft') };
  }

  /** What is left out because the data changed. @throws AppError `forbidden`, `not_found` */
  async function stale(actor: Actor, id: DataSourceId): Promise<StaleEntry[]> {
    requirePermission(actor, 'semanticLayer.read');
    const { view } = await open(id);
    return [...view.entries.values()].flatMap(({ row, stale: why }) => (why ? [{ kind: row.kind, key: row.key, stale: why }] : []));
  }

  /**
   * Lets a change wait for its publication.
   * @throws AppError `forbidden`, `not_found`, `invalid_input` that says what does not fit, `conflict` when it is not as the editor saw it
   */
  async function propose(actor: Actor, { dataSourceId, kind, key, body, seen }: ProposeInput): Promise<void> {
    requirePermission(actor, 'semanticLayer.write');
    const opened = await open(dataSourceId);
    const proposal = canonicalKey({ kind, key }, opened.view.draft.index);
    // An entry that is there under a key in other letters stays that entry.
    const known = opened.view.entries.get(nameOf(proposal))?.row.key ?? opened.view.waiting.get(nameOf(proposal))?.row.key;
    const named = { ...proposal, key: known ?? proposal.key };
    if (body !== null) await check(opened, semanticEntryBody.parse({ ...named, body }));
    await publication.propose(actor, dataSourceId, [{ ...named, body, seen }], 'edited');
  }

  /** Lets what was guessed, or a stale entry as it stands, wait as confirmed. @throws AppError `forbidden`, `not_found`, `invalid_input` */
  async function confirm(actor: Actor, { dataSourceId, ...thing }: LayerThingInput): Promise<void> {
    requirePermission(actor, 'semanticLayer.write');
    const opened = await open(dataSourceId);
    const published = opened.view.entries.get(nameOf(thing));
    if (published && !published.stale) throw AppError.because('conflict', because('confirmed_already'));
    await publication.propose(actor, dataSourceId, [await confirmed(opened, thing)], 'confirmed');
  }

  /**
   * All or none of many guesses; those that someone else edited or confirmed meanwhile stay as they are.
   * @throws AppError `forbidden`, `not_found`, `invalid_input`
   */
  async function confirmMany(actor: Actor, { dataSourceId, things }: ConfirmManyInput): Promise<{ confirmed: number }> {
    requirePermission(actor, 'semanticLayer.write');
    const opened = await open(dataSourceId);
    const { entries, waiting } = opened.view;
    const named = [...new Map(things.map((one) => [nameOf(one), one])).values()];
    const guesses = named.filter((one) => !entries.has(nameOf(one)) && !waiting.has(nameOf(one)));
    const proposals: SemanticEntryBody[] = [];
    for (const guess of guesses) proposals.push(await confirmed(opened, guess));
    if (proposals.length > 0)
      await publication.propose(
        actor,
        dataSourceId,
        proposals.map((one) => ({ ...one, seen: '' })),
        'confirmed',
      );
    return { confirmed: proposals.length };
  }

  async function confirmed(opened: Opened, { kind, key }: Pick<LayerThingInput, 'kind' | 'key'>): Promise<SemanticEntryBody> {
    const { view } = opened;
    const guessed = kind === 'join' ? joinThings(view).find((join) => join.key === key)?.draft : draftOf(view, kind, key)?.body;
    const published = view.entries.get(nameOf({ kind, key }));
    const body = published ? published.entry?.body : guessed;
    if (!body) throw AppError.because('not_found', because('no_guess'));
    const entry = semanticEntryBody.parse({ ...canonicalKey({ kind, key }, view.draft.index), body });
    await check(opened, entry);
    return entry;
  }

  /** What waits for its publication. @throws AppError `forbidden`, `not_found` */
  async function changes(actor: Actor, id: DataSourceId): Promise<LayerChanges> {
    requirePermission(actor, 'semanticLayer.read');
    const { source, view } = await open(id);
    const rows = [...view.waiting.values()].map(({ row }) => row);
    const names = await namesOf(
      repositories,
      rows.map(({ author }) => author),
    );
    const before = (row: (typeof rows)[number]) => view.entries.get(nameOf(row))?.entry?.body;
    return { semanticVersion: source.semanticVersion, changes: presentedChanges(rows, before, names) };
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function discard(actor: Actor, { dataSourceId, ids }: { dataSourceId: DataSourceId; ids: SemanticChangeId[] }): Promise<void> {
    requirePermission(actor, 'semanticLayer.write');
    await publication.discard(actor, dataSourceId, ids);
  }

  /** All or nothing. @throws AppError `forbidden`, `not_found`, `conflict`, `invalid_input` */
  async function publish(actor: Actor, input: PublishInput): Promise<LayerVersionSummary> {
    requirePermission(actor, 'semanticLayer.publish');
    const version = await publication.publish(actor, input);
    onChanged(input.dataSourceId);
    return versionSummary(version, await namesOf(repositories, [version.publishedBy]));
  }

  /** @throws AppError `forbidden` */
  async function versions(
    actor: Actor,
    { dataSourceId, page, pageSize }: { dataSourceId: DataSourceId; page: number; pageSize: number },
  ): Promise<LayerVersions> {
    requirePermission(actor, 'semanticLayer.read');
    const rows = await repositories.semanticVersions.list(dataSourceId, { skip: (page - 1) * pageSize, take: pageSize });
    const names = await namesOf(
      repositories,
      rows.map(({ publishedBy }) => publishedBy),
    );
    const total = await repositories.semanticVersions.count(dataSourceId);
    return { total, page, pageSize, items: rows.map((row) => versionSummary(row, names)) };
  }

  /** @throws AppError `forbidden`, `not_found` */
  async function version(actor: Actor, { dataSourceId, number }: { dataSourceId: DataSourceId; number: number }): Promise<LayerVersion> {
    requirePermission(actor, 'semanticLayer.read');
    const row = await repositories.semanticVersions.getByNumber(dataSourceId, number);
    if (!row) throw AppError.because('not_found', because('no_such_version'));
    return presentedVersion(row, await namesOf(repositories, [row.publishedBy]));
  }

  /** Lets what was before a version wait; nothing is published by it. @throws AppError `forbidden`, `not_found` */
  async function revert(
    actor: Actor,
    { dataSourceId, number }: { dataSourceId: DataSourceId; number: number },
  ): Promise<{ changes: number }> {
    requirePermission(actor, 'semanticLayer.write');
    return { changes: await publication.revert(actor, dataSourceId, number) };
  }

  /** Looks at the data again and finds what does not fit it any more. @throws AppError `forbidden`, `not_found`, WarehouseError */
  async function refresh(actor: Actor, id: DataSourceId): Promise<SchemaDrift> {
    requirePermission(actor, 'semanticLayer.write');
    const drift = await refreshSchema({ database, semantics, clock }, id, actor.userId);
    onChanged(id);
    return drift;
  }

  async function open(id: DataSourceId): Promise<Opened> {
    const { source, warehouse, draft } = await semantics.draftFor(id);
    return { source, warehouse, view: await views.viewOf(source, draft) };
  }

  async function check({ view, warehouse }: Opened, entry: SemanticEntryBody): Promise<void> {
    const { snapshot, index } = view.draft;
    const named = checkBody(entry, index);
    const [first] = named.length > 0 ? named : await checkStatementOf(entry, { warehouse, snapshot, index });
    if (!first) return;
    const where = first.path.replace(/^body\./, '');
    const message = where ? `${where}: ${first.message}` : `The entry ${first.message}.`;
    throw AppError.because('invalid_input', { ...first, message }, { field: where });
  }
}
