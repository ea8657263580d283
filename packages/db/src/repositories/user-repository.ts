import { because, type Role, role, type UserId, userId } from '@majed-vanna/contract';
import type { PrismaConnection } from '../connection/prisma-client.ts';
import type { User } from '../generated/sqlite/client.ts';
import { guarded } from './repository-error.ts';
import { fromJson, toJson } from './stored-json.ts';
import { usernameKey } from './text-keys.ts';

export interface UserRow {
  readonly id: UserId;
  readonly username: string;
  readonly hashedPassword: string;
  readonly role: Role;
  readonly mustChangePassword: boolean;
  readonly active: boolean;
  readonly attributes: Readonly<Record<string, string>>;
  readonly lastLoginAt: Date | null;
  readonly passwordChangedAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewUser {
  readonly id: UserId;
  readonly username: string;
  readonly hashedPassword: string;
  readonly createdAt: Date;
  /** `normal` unless said otherwise. */
  readonly role?: Role;
  readonly mustChangePassword?: boolean;
  readonly active?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
}

export type UserChanges = Partial<
  Pick<
    UserRow,
    'username' | 'hashedPassword' | 'role' | 'mustChangePassword' | 'active' | 'attributes' | 'lastLoginAt' | 'passwordChangedAt'
  >
>;

export function createUserRepository({ user: users }: PrismaConnection) {
  return { getById, getByUsername, list, count, lock, create, update };

  async function getById(id: UserId): Promise<UserRow | null> {
    return toRowOrNull(await users.findUnique({ where: { id } }));
  }

  /** Without regard to case. */
  async function getByUsername(username: string): Promise<UserRow | null> {
    return toRowOrNull(await users.findUnique({ where: { usernameKey: usernameKey(username) } }));
  }

  /** By name. */
  async function list(): Promise<UserRow[]> {
    return (await users.findMany({ orderBy: { usernameKey: 'asc' } })).map(toRow);
  }

  function count(filter: { role?: Role; active?: boolean } = {}): Promise<number> {
    return users.count({ where: filter });
  }

  /** What one person does at the same time takes turns, to the end of the caller's transaction. */
  async function lock(id: UserId): Promise<void> {
    await users.updateMany({ where: { id }, data: { id } });
  }

  /** @throws AppError `conflict` when the name is taken. */
  async function create(user: NewUser): Promise<UserRow> {
    const data = {
      ...user,
      usernameKey: usernameKey(user.username),
      attributes: toJson(user.attributes ?? {}),
      passwordChangedAt: user.createdAt,
      updatedAt: user.createdAt,
    };
    return toRow(await guarded(users.create({ data }), { conflict: because('username_taken') }));
  }

  /** @throws AppError `not_found`, or `conflict` when the new name is taken. */
  async function update(id: UserId, changes: UserChanges, at: Date): Promise<UserRow> {
    const { attributes, ...rest } = changes;
    const data = {
      ...rest,
      ...(changes.username !== undefined && { usernameKey: usernameKey(changes.username) }),
      ...(attributes && { attributes: toJson(attributes) }),
      updatedAt: at,
    };
    return toRow(
      await guarded(users.update({ where: { id }, data }), { conflict: because('username_taken'), absent: because('user_gone') }),
    );
  }
}

export type UserRepository = ReturnType<typeof createUserRepository>;

/** Shared with sessions, which bring their user along. */
export function toRow({ usernameKey: _key, ...user }: User): UserRow {
  return { ...user, id: userId.parse(user.id), role: role.parse(user.role), attributes: fromJson(user.attributes) };
}

const toRowOrNull = (user: User | null): UserRow | null => (user ? toRow(user) : null);
