/** The contract's figure, held to it by a test: the contract brings a schema library that the first page does not need. */
export const CONVERSATIONS_A_PAGE = 50;
