import type { Basis, Modality } from '@counterclaim/domain';

/** The claimant's own certainty, in words. */
export const MODALITY_WORDS: Readonly<Record<Modality, string>> = {
  asserted: 'asserted',
  initial: 'said to be initial information',
  estimated: 'an estimate',
  predicted: 'a prediction, which answers no question',
};

/** Why a publication or dataset may speak in its own voice. */
export const BASIS_WORDS: Readonly<Record<Basis, string>> = {
  observed: 'seen by the publication itself',
  investigated: 'found by the publication’s own investigation',
  analysis: 'the publication’s own analysis',
};
