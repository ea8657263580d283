export { type AskOptions, createMajedVannaClient, type MajedVannaClient, type MajedVannaClientOptions } from './client.ts';
