import { type ActorId, SOURCE_KINDS } from '@counterclaim/domain';
import type { SourceFilter } from '@counterclaim/store';
import { z } from 'zod';
import { given } from './given.ts';
import { choicesParameter, idsParameter, tagsParameter } from './list.ts';
import { pageParameters } from './page.ts';
import { wordsParameter } from './words.ts';

/** Query of the list of sources. */
export const sourceListQuery = z.strictObject({
  q: wordsParameter.optional(),
  publisher: idsParameter<ActorId>('an actor’s id')
    .optional()
    .meta({ description: 'Who published the document.', examples: ['dawn'] }),
  wire: idsParameter<ActorId>('an actor’s id')
    .optional()
    .meta({
      description: 'Whose text the document carries, where that is not its publisher.',
      examples: ['afp~reuters'],
    }),
  language: tagsParameter
    .optional()
    .meta({ description: 'Language of the document, BCP 47, as it is recorded.', examples: ['fa~ps'] }),
  kind: choicesParameter(SOURCE_KINDS, 'a kind of document')
    .optional()
    .meta({ description: 'Kind of document.', examples: ['statement~press-release'] }),
  ...pageParameters,
});

/** What of the query the store is asked for. */
export const sourceFilterOf = ({
  q,
  publisher,
  wire,
  language,
  kind,
}: z.output<typeof sourceListQuery>): SourceFilter => given({ q, publisher, wire, language, kind });
