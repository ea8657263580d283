import { openDatabase } from '../open-database.ts';

// A process of its own that opens the database of the URL it is given, uses it, and ends.
const database = await openDatabase({ url: process.argv[2] ?? '' });
await database.repositories.users.count();
await database.close();
