import type { Context, TypedResponse } from 'hono';
import type { Environment } from './environment.ts';

/** A file's bytes, which no type describes: fits whatever format a route says it answers with. */
export type FileAnswer = Response & TypedResponse<never, 200, 'json'>;

/**
 * Answers with a file that is written while it is sent, no faster than the client reads.
 *
 * The status is out before the first row is read, so that a failure on the way can only break the connection off: the client
 * sees an incomplete answer and never takes it for the whole. The cause goes to the log.
 */
export function exportFile(
  context: Context<Environment>,
  filename: string,
  chunks: AsyncGenerator<string, void>,
): FileAnswer {
  const { logger, requestId } = context.env;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await chunks.next();
          if (next.done === true) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        } catch (error) {
          logger.error({ requestId, error }, 'an export broke off');
          controller.error(new Error('the export broke off'));
        }
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    // Nothing is read from the store before the client reads: a HEAD request costs nothing.
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { 'content-disposition': `attachment; filename="${filename}"` } }) as FileAnswer;
}
