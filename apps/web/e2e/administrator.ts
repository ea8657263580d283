/** Who is set up in the tests. */
export const ADMINISTRATOR = { username: 'amina', password: 'three quiet camels walk home' } as const;
