/** Words by which columns name the two ends of a journey or a transfer. */
export const ROLE_WORDS: Readonly<Record<string, readonly string[]>> = {
  source: ['source', 'origin', 'from', 'departure', 'depart', 'departing', 'start', 'starting', 'sender', 'departed', 'home'],
  destination: ['destination', 'to', 'arrival', 'arrive', 'arriving', 'end', 'ending', 'receiver', 'target', 'dest', 'landing', 'away'],
};

/** 1 when the words speak of the role, -1 when of the opposite one, else 0. */
export function roleFit(role: string | null, words: readonly string[]): number {
  if (role === null) return 0;
  for (const [name, list] of Object.entries(ROLE_WORDS)) if (words.some((word) => list.includes(word))) return name === role ? 1 : -1;
  return 0;
}
