/** The time of day; tests bring their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Pino's shape: the fields first, then the words. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** From where a call came; kept with the session. */
export interface ClientInfo {
  readonly ip: string;
  readonly userAgent: string;
}
