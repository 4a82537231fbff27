import { CLAIM_COLUMNS, EVENT_COLUMNS } from '@counterclaim/interchange/serving';
import { z } from 'zod';
import { component } from './component.ts';

const NOTE =
  'CSV (RFC 4180) in UTF-8 with a header. A text that begins with = + - @, a tab or a carriage return is preceded by an apostrophe, so that no spreadsheet takes it for a formula. `/dictionary` describes the columns:';

const names = (columns: readonly { readonly name: string }[]): string => columns.map(({ name }) => name).join(', ');

export const eventsCsv = component('EventsCsv', `${NOTE} ${names(EVENT_COLUMNS)}.`, z.string());
export const claimsCsv = component('ClaimsCsv', `${NOTE} ${names(CLAIM_COLUMNS)}.`, z.string());
