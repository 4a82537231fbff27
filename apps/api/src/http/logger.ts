/** Where the app writes what happened; pino fits. */
export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export const silentLogger: Logger = { info() {}, error() {} };
