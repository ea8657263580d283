/** How each cardinality is called; a key that ends in `_one` would be taken for a plural. */
export const CARDINALITY_WORDS = {
  many_to_one: 'semantics.cardinality.manyToOne',
  one_to_one: 'semantics.cardinality.oneToOne',
} as const;
