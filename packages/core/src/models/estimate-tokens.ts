const CHARACTERS_PER_TOKEN = 4;

/** For servers that do not count: about four characters make a token. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / CHARACTERS_PER_TOKEN);
}
