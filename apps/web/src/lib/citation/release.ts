import type { ListedReleaseAnswer } from '@counterclaim/api/client';
import { formatDate } from '#lib/format/date.ts';
import { PUBLISHER } from './citation.ts';

/** Where a release has its page: permanent, because a release never changes. */
export const releasePath = (version: string): string => `/data/${version}`;

/** A release in running text, so that others find exactly it. */
export const citeRelease = (
  { version, date, digest }: Pick<ListedReleaseAnswer, 'version' | 'date' | 'digest'>,
  origin: string,
): string =>
  `${PUBLISHER} contributors. ${PUBLISHER}, release ${version}. ${formatDate(date, 'UTC')}. Ledger sha256 ${digest}. CC BY 4.0. ${origin}${releasePath(version)}`;
