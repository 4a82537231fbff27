/**
 * The API alone, without the dashboard: the only file of this package that reads the environment and listens.
 * HOST, PORT, ORIGIN, LOG_LEVEL, DATABASE_URL, DATABASE_READ_URL, DATABASE_CONNECTIONS, COUNTERCLAIM_COLUMNS_MIB,
 * COUNTERCLAIM_DATA, COUNTERCLAIM_MAX_CONNECTIONS, COUNTERCLAIM_METRICS_TOKEN, COUNTERCLAIM_RELEASES, COUNTERCLAIM_SOURCES.
 */
import { endWhenTold, openLogger, refuseToStart } from './server/run.ts';
import { serve } from './server/serve.ts';
import { serveOptions } from './server/serve-options.ts';
import { openService } from './service.ts';

try {
  const options = serveOptions(process.env, 3001);
  const logger = openLogger(process.env);
  const { app, close } = await openService(process.env, logger);
  const serving = await serve(app.listener, { ...options, metrics: app.metrics, logger });
  const name = options.host.includes(':') ? `[${options.host}]` : options.host;
  // Whoever reads the address may end the process at once.
  endWhenTold(() => serving.close().then(close));
  console.log(`API  http://${name}:${serving.port}/api/v1`);
} catch (error) {
  refuseToStart(error);
}
