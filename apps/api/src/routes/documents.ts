import { heldText } from '@counterclaim/data/serving';
import { isSourceId } from '@counterclaim/domain';
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { DocumentAnswer } from '../answers.ts';
import { Verifier } from '../documents/verification.ts';
import { answer } from '../http/answer.ts';
import { PRIVATE } from '../http/headers.ts';
import { absent } from '../http/moved.ts';
import { Problem } from '../http/problem.ts';
import { document } from '../schema/document.ts';
import { problems, unchanged } from '../schema/problem.ts';
import { type Foundation, newRouter } from './router.ts';

const getDocument = createRoute({
  method: 'get',
  path: '/sources/{id}/document',
  operationId: 'getDocument',
  tags: ['Sources'],
  summary: 'The text of a document, with its passages verified',
  description:
    'Only where the operator of the service holds the text (`COUNTERCLAIM_SOURCES`). Its paragraphs as positions count them, whether it is the text that was coded, and for every claim whether the words of its passages stand where they are said to, worked out when you ask. Never cached, and not for scripts of other sites.',
  request: {
    params: z.strictObject({
      id: z.string().meta({ description: 'The source’s id.', examples: ['dawn-2020-11-21'] }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: 'The document.', content: { 'application/json': { schema: document } } },
    ...unchanged,
    ...problems('moved', 'malformed-url', 'invalid-parameter', 'not-found', 'text-not-held', 'text-unreadable'),
  },
});

export const documentRoutes = ({ store, documents }: Foundation) => {
  const verifier = new Verifier();
  return newRouter().openapi(getDocument, async (context) => {
    const { id } = context.req.valid('param');
    const detail = isSourceId(id) ? await store.source(id) : undefined;
    if (detail === undefined) throw await absent(context, store, 'source', id);
    const { source } = detail;
    const claims = detail.claims.filter(({ retracted }) => retracted === undefined);
    if (documents === undefined) {
      throw new Problem(
        'text-not-held',
        'The operator of this service holds no texts. Who runs it can name a folder of them, each <source-id>.txt, in COUNTERCLAIM_SOURCES.',
      );
    }
    const text = await documents.text(source.id);
    if (text === undefined) {
      throw new Problem(
        'text-not-held',
        `The operator of this service does not hold this text. Who runs it can save it as ${source.id}.txt in the folder of texts.`,
      );
    }
    if (!text.ok) {
      const { logger, requestId } = context.env;
      logger.error({ requestId, source: source.id, error: text.error }, 'a text cannot be read');
      throw new Problem('text-unreadable', text.error);
    }
    const held = heldText(text.value);
    const verified = await verifier.verify(context.env.revision, source.id, claims, held);
    const passages = verified.flatMap((claim) => claim.passages);
    const recorded = source.textDigest ?? null;
    const found: DocumentAnswer = {
      source: source.id,
      language: source.language,
      textDigest: {
        verdict: recorded === null ? 'not-recorded' : recorded === held.digest ? 'match' : 'mismatch',
        recorded,
        found: held.digest,
      },
      passages: passages.length,
      matching: passages.filter(({ verdict }) => verdict === 'match').length,
      claims: verified,
      paragraphs: held.paragraphs,
    };
    context.header('cache-control', PRIVATE);
    return answer(context, document, found);
  });
};
