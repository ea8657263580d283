/** The same bounds as the contract's `newPassword`; a test holds them together. */
export const PASSWORD_MIN_CHARACTERS = 15;

export interface PasswordRules {
  readonly length: boolean;
  readonly name: boolean;
  readonly same: boolean;
}

/** What can be said of a password while it is typed. The server also refuses common ones. */
export function checkPassword(password: string, repeated: string, username: string): PasswordRules {
  const name = username.trim().toLowerCase();
  return {
    length: password.length >= PASSWORD_MIN_CHARACTERS,
    name: password.length > 0 && (name.length < 3 || !password.toLowerCase().includes(name)),
    same: password.length > 0 && password === repeated,
  };
}
