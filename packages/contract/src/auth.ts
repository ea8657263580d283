import { z } from 'zod';
import { ERROR_REASONS } from './error-reasons.ts';
import { userId } from './ids.ts';
import { role } from './permissions.ts';

/** In characters. */
export const PASSWORD_MIN_LENGTH = 15;
export const PASSWORD_MAX_LENGTH = 256;

export const username = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{3,64}$/u, ERROR_REASONS.username_characters);
/** Length alone is checked here; the blocklist is checked where the password is set. */
export const newPassword = z.string().min(PASSWORD_MIN_LENGTH).max(PASSWORD_MAX_LENGTH);

export const signInInput = z.object({ username: z.string().max(200), password: z.string().max(1_000) });
export const changePasswordInput = z.object({ currentPassword: z.string().max(1_000), newPassword });

/** Who is signed in; `permissions` names what the role may do, for what the page shows. */
export const currentUser = z.object({
  id: userId,
  username: z.string(),
  role,
  mustChangePassword: z.boolean(),
  permissions: z.array(z.string()),
});
export type CurrentUser = z.infer<typeof currentUser>;

/** The refresh token travels in an HttpOnly cookie, never in a body. */
export const signedIn = z.object({ accessToken: z.string(), expiresInSeconds: z.number().int(), user: currentUser });
export type SignedIn = z.infer<typeof signedIn>;
