import type { Theme } from '#lib/state/theme.ts';

declare global {
  namespace App {
    interface Error {
      /** Ties the page to a line of the server's log. */
      requestId?: string | undefined;
      /** What the API found wrong, parameter by parameter. */
      parameters?: readonly { readonly parameter: string; readonly detail: string }[] | undefined;
    }
    interface Locals {
      requestId: string;
    }
    interface PageData {
      theme: Theme;
      /** The as-of date of the address in words. */
      asOfWords?: string | undefined;
      /** The address has an as-of date that cannot be read, and the page shows what is known now. */
      isAsOfIgnored?: boolean | undefined;
    }
  }
}
