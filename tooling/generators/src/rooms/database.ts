import type { Draft } from '../draft.ts';
import type { FeatureNames } from '../feature-names.ts';

/** The table and its repository. The migration is written from the schema afterwards. */
export function databaseDraft({ kebab, camel, camelPlural, pascal, table, words, absent }: FeatureNames): Draft {
  const folder = 'packages/db/src';
  return {
    files: [{ path: `${folder}/repositories/${kebab}-repository.ts`, content: repository() }],
    edits: [
      { path: 'prisma/schema.prisma', line: `\n${model()}`, atEnd: true },
      {
        path: `${folder}/repositories.ts`,
        line: `import { create${pascal}Repository, type ${pascal}Repository } from './repositories/${kebab}-repository.ts';`,
        before: /^import .*setting-repository/,
      },
      { path: `${folder}/repositories.ts`, line: `  readonly ${camelPlural}: ${pascal}Repository;`, before: /^}$/ },
      { path: `${folder}/repositories.ts`, line: `    ${camelPlural}: create${pascal}Repository(connection),`, before: /^ {2}};$/ },
      {
        path: `${folder}/index.ts`,
        line: `export type { ${pascal}Row } from './repositories/${kebab}-repository.ts';`,
        before: /^export type \{ Repositories \}/,
      },
    ],
  };

  function model(): string {
    return `/// A ${words}; only its owner sees it.
model ${pascal} {
  id        String   @id
  ownerId   String   @map("owner_id")
  name      String
  createdAt DateTime @map("created_at")

  @@index([ownerId, createdAt])
  @@map("${table}")
}`;
  }

  function repository(): string {
    return `import { because, type ${pascal}Id, ${camel}Id, type UserId, userId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { ${pascal} } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';

export interface ${pascal}Row {
  readonly id: ${pascal}Id;
  readonly ownerId: UserId;
  readonly name: string;
  readonly createdAt: Date;
}

const absent = because('${absent}');

export function create${pascal}Repository({ ${camel}: ${camelPlural} }: PrismaConnection) {
  return { list, getById, create, remove };

  /** Newest first. */
  async function list(owner: UserId): Promise<${pascal}Row[]> {
    const found = await ${camelPlural}.findMany({ where: { ownerId: owner }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
    return found.map(toRow);
  }

  async function getById(id: ${pascal}Id): Promise<${pascal}Row | null> {
    const found = await ${camelPlural}.findUnique({ where: { id } });
    return found && toRow(found);
  }

  async function create(row: ${pascal}Row): Promise<${pascal}Row> {
    return toRow(await ${camelPlural}.create({ data: { ...row } }));
  }

  /** @throws AppError \`not_found\` */
  async function remove(id: ${pascal}Id): Promise<void> {
    await guarded(${camelPlural}.delete({ where: { id } }), { absent });
  }
}

export type ${pascal}Repository = ReturnType<typeof create${pascal}Repository>;

function toRow(row: ${pascal}): ${pascal}Row {
  return { ...row, id: ${camel}Id.parse(row.id), ownerId: userId.parse(row.ownerId) };
}
`;
  }
}
