/** The contract's `username`; a test holds them together. */
export const USERNAME_PATTERN = /^[\p{L}\p{N}._@-]{3,64}$/u;
