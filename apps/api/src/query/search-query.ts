import type { PlaceId } from '@counterclaim/domain';
import { z } from 'zod';
import { idsParameter } from './list.ts';
import { pageParameters } from './page.ts';
import { wordsParameter } from './words.ts';

/** Query of a list that is only searched: actors. */
export const searchQuery = z.strictObject({ q: wordsParameter.optional(), ...pageParameters });

export const placeListQuery = z.strictObject({
  q: wordsParameter.optional(),
  id: idsParameter<PlaceId>('a place’s id')
    .meta({ description: 'These places alone; several as `a~b`.', examples: ['kabul~afghanistan'] })
    .optional(),
  ...pageParameters,
});
