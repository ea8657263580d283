import {
  type Actor,
  AppError,
  because,
  type ChangeOrigin,
  type DataSourceId,
  newId,
  type PublishInput,
  type SemanticChangeId,
  type SemanticEntryKind,
} from '@majed-vanna/contract';
import type { Database, PublishedDifference, Repositories, SemanticVersionRow } from '@majed-vanna/db';
import type { Clock } from '../../ports.ts';
import { sameBody } from './same-body.ts';
import { thingStamp } from './thing-stamp.ts';

export interface Proposal {
  readonly kind: SemanticEntryKind;
  readonly key: string;
  readonly body: unknown;
  /** `conflict` unless the thing is as it was with this stamp; whatever it is when left out. */
  readonly seen?: string | undefined;
}

/** Changes wait, are dropped, or become the published layer: each in one transaction, one after the other per source. */
export function createPublication({ database, clock }: { readonly database: Database; readonly clock: Clock }) {
  return { propose, discard, publish, revert };

  /**
   * What already is published as proposed takes back the change that waited. Gives the number of changes that wait of it.
   * @throws AppError `conflict` when a thing is not as its editor saw it
   */
  async function propose(actor: Actor, source: DataSourceId, proposals: readonly Proposal[], origin: ChangeOrigin): Promise<number> {
    return database.transaction((repositories) => put(repositories, actor, source, proposals, origin));
  }

  async function put(
    repositories: Repositories,
    actor: Actor,
    source: DataSourceId,
    proposals: readonly Proposal[],
    origin: ChangeOrigin,
  ): Promise<number> {
    const at = clock.now();
    const { dataSources, semanticEntries, semanticChanges, auditLog } = repositories;
    await dataSources.lock(source);
    const entries = new Map((await semanticEntries.listNamed(source, proposals)).map((entry) => [nameOf(entry), entry]));
    const waiting = new Map((await semanticChanges.listNamed(source, proposals)).map((change) => [nameOf(change), change]));
    const overtaken = proposals.find(
      (one) => one.seen !== undefined && one.seen !== thingStamp(entries.get(nameOf(one)), waiting.get(nameOf(one))),
    );
    if (overtaken) throw AppError.because('conflict', because('overtaken'), { details: { kind: overtaken.kind, key: overtaken.key } });
    // A stale entry is confirmed as it stands.
    const isPublished = (proposal: Proposal) =>
      origin !== 'confirmed' && sameBody(entries.get(nameOf(proposal))?.body ?? null, proposal.body);
    const taken = proposals.filter(isPublished).flatMap((proposal) => waiting.get(nameOf(proposal))?.id ?? []);
    const drafts = proposals
      .filter((proposal) => !isPublished(proposal))
      .map(({ kind, key, body }) => ({
        kind,
        key,
        body,
        id: newId('chg', at.getTime()),
        dataSourceId: source,
        origin,
        author: actor.userId,
      }));
    await semanticChanges.remove(source, taken);
    await semanticChanges.putMany(source, drafts, at);
    const details = { origin, changes: drafts.length, taken: taken.length, ...(only(drafts) ?? only(proposals)) };
    await auditLog.append({ at, actor: actor.userId, action: 'semanticLayer.proposed', target: source, details });
    return drafts.length;
  }

  /** Dropping what is not there is no error. */
  async function discard(actor: Actor, source: DataSourceId, ids: readonly SemanticChangeId[]): Promise<void> {
    await database.transaction(async ({ dataSources, semanticChanges, auditLog }) => {
      const at = clock.now();
      await dataSources.lock(source);
      const changes = await semanticChanges.remove(source, ids);
      await auditLog.append({ at, actor: actor.userId, action: 'semanticLayer.discarded', target: source, details: { changes } });
    });
  }

  /** @throws AppError `conflict` when another version was published since, `not_found`, `invalid_input` when nothing waits */
  async function publish(actor: Actor, { dataSourceId: source, ids, note, expectedVersion }: PublishInput): Promise<SemanticVersionRow> {
    return database.transaction(async ({ dataSources, semanticEntries, semanticChanges, semanticVersions, auditLog }) => {
      const at = clock.now();
      const { semanticVersion } = await dataSources.lock(source);
      if (semanticVersion !== expectedVersion)
        throw AppError.because('conflict', because('published_meanwhile'), { details: { semanticVersion } });
      const wanted = ids && new Set(ids);
      const chosen = (await semanticChanges.list(source)).filter(({ id }) => wanted?.has(id) ?? true);
      if (wanted && chosen.length < wanted.size) throw AppError.because('conflict', because('changes_gone'));
      if (chosen.length === 0) throw AppError.because('invalid_input', because('nothing_waits'));
      const before = new Map((await semanticEntries.listNamed(source, chosen)).map((entry) => [nameOf(entry), entry.body]));
      const number = semanticVersion + 1;
      const drafts = chosen.map(({ kind, key, body, origin }) => ({
        id: newId('sem', at.getTime()),
        dataSourceId: source,
        kind,
        key,
        body,
        status: origin === 'imported' ? ('imported' as const) : ('confirmed' as const),
      }));
      await semanticEntries.replaceMany(source, drafts, at);
      await semanticChanges.remove(
        source,
        chosen.map(({ id }) => id),
      );
      await dataSources.update(source, { semanticVersion: number }, at);
      const version: SemanticVersionRow = {
        id: newId('ver', at.getTime()),
        dataSourceId: source,
        number,
        note,
        changes: chosen.map(({ kind, key, body }) => ({ kind, key, before: before.get(nameOf({ kind, key })) ?? null, after: body })),
        publishedBy: actor.userId,
        publishedAt: at,
      };
      await semanticVersions.append(version);
      const details = { number, changes: chosen.length };
      await auditLog.append({ at, actor: actor.userId, action: 'semanticLayer.published', target: source, details });
      return version;
    });
  }

  /** Lets everything wait that brings back what was before a version; gives how many changes that are. @throws AppError `not_found` */
  async function revert(actor: Actor, source: DataSourceId, number: number): Promise<number> {
    return database.transaction(async (repositories) => {
      await repositories.dataSources.lock(source);
      const versions = await repositories.semanticVersions.listFrom(source, number);
      if (versions[0]?.number !== number) throw AppError.because('not_found', because('no_such_version'));
      const before = new Map<string, PublishedDifference>();
      for (const difference of versions.flatMap(({ changes }) => changes))
        if (!before.has(nameOf(difference))) before.set(nameOf(difference), difference);
      const proposals = [...before.values()].map(({ kind, key, before: body }) => ({ kind, key, body }));
      return put(repositories, actor, source, proposals, 'reverted');
    });
  }
}

const nameOf = ({ kind, key }: { kind: SemanticEntryKind; key: string }) => `${kind} ${key}`;

/** The one thing that a call is about, for the audit log. */
function only(proposals: readonly Proposal[]): { kind: SemanticEntryKind; key: string } | null {
  const [first] = proposals;
  return first && proposals.length === 1 ? { kind: first.kind, key: first.key } : null;
}
