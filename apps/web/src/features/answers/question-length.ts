/** The contract's bound, held to it by a test: the contract brings a schema library that the first page does not need. */
export const MAX_QUESTION_CHARACTERS = 2_000;
