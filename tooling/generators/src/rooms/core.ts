import type { Draft } from '../draft.ts';
import type { FeatureNames } from '../feature-names.ts';

/** The service, its policy, and a test over the real repositories. */
export function coreDraft(names: FeatureNames): Draft {
  const { kebab, kebabPlural, pascal } = names;
  const folder = `packages/core/src/${kebabPlural}`;
  return {
    files: [
      { path: `${folder}/${kebab}-policy.ts`, content: policy(names) },
      { path: `${folder}/${kebab}-service.ts`, content: service(names) },
      { path: `${folder}/${kebab}-service.test.ts`, content: test(names) },
    ],
    edits: [
      {
        path: 'packages/core/src/index.ts',
        line: `export { create${pascal}Service, type ${pascal}Service } from './${kebabPlural}/${kebab}-service.ts';`,
        atEnd: true,
      },
    ],
  };
}

function policy({ pascal, camel, absent }: FeatureNames): string {
  return `import { type Actor, AppError, because } from '@majed-vanna/contract';
import type { ${pascal}Row } from '@majed-vanna/db';

/**
 * The row, when it is the actor's own.
 * @throws AppError \`not_found\` when absent or another's: a stranger must not learn which ids exist
 */
export function own${pascal}(actor: Actor, ${camel}: ${pascal}Row | null): ${pascal}Row {
  if (${camel}?.ownerId === actor.userId) return ${camel};
  throw AppError.because('not_found', because('${absent}'));
}
`;
}

function service({ pascal, camel, camelPlural, prefix, kebab }: FeatureNames): string {
  return `import { type Actor, type Create${pascal}Input, newId, type ${pascal}, type ${pascal}Id } from '@majed-vanna/contract';
import type { Database, ${pascal}Row } from '@majed-vanna/db';
import { requirePermission } from '../permission.ts';
import type { Clock } from '../ports.ts';
import { own${pascal} } from './${kebab}-policy.ts';

export interface ${pascal}ServiceDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export type ${pascal}Service = ReturnType<typeof create${pascal}Service>;

export function create${pascal}Service({ database, clock }: ${pascal}ServiceDeps) {
  const { ${camelPlural} } = database.repositories;
  return { list, create, remove };

  async function list(actor: Actor): Promise<${pascal}[]> {
    requirePermission(actor, '${camel}.read');
    return (await ${camelPlural}.list(actor.userId)).map(present);
  }

  async function create(actor: Actor, { name }: Create${pascal}Input): Promise<${pascal}> {
    requirePermission(actor, '${camel}.write');
    return present(await ${camelPlural}.create({ id: newId('${prefix}'), ownerId: actor.userId, name, createdAt: clock.now() }));
  }

  /** @throws AppError \`not_found\` when absent or not the actor's. */
  async function remove(actor: Actor, id: ${pascal}Id): Promise<void> {
    requirePermission(actor, '${camel}.write');
    const { id: own } = own${pascal}(actor, await ${camelPlural}.getById(id));
    await ${camelPlural}.remove(own);
  }
}

function present({ id, name, createdAt }: ${pascal}Row): ${pascal} {
  return { id, name, createdAt: createdAt.toISOString() };
}
`;
}

function test({ pascal, kebab, wordsPlural }: FeatureNames): string {
  return `import { type Actor, newId } from '@majed-vanna/contract';
import { createTestDatabase } from '@majed-vanna/db/testing';
import { expect, test } from 'vitest';
import { create${pascal}Service } from './${kebab}-service.ts';

function someone(): Actor {
  return { userId: newId('usr'), username: 'someone', role: 'normal', attributes: {} };
}

test('owners see their own ${wordsPlural} and nobody else’s', async () => {
  await using database = await createTestDatabase();
  const service = create${pascal}Service({ database, clock: { now: () => new Date('2026-01-02T03:04:05Z') } });
  const owner = someone();
  const created = await service.create(owner, { name: 'first' });
  expect(await service.list(owner)).toEqual([created]);
  expect(await service.list(someone())).toEqual([]);
});

test('a stranger is told that it does not exist, and the owner can remove it', async () => {
  await using database = await createTestDatabase();
  const service = create${pascal}Service({ database, clock: { now: () => new Date() } });
  const owner = someone();
  const { id } = await service.create(owner, { name: 'first' });
  await expect(service.remove(someone(), id)).rejects.toMatchObject({ code: 'not_found' });
  await service.remove(owner, id);
  expect(await service.list(owner)).toEqual([]);
});
`;
}
