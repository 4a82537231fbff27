/** An id of an address that is not compared, and why: of a moved one, as which event it was already there. */
export type IgnoredId =
  | { readonly id: string; readonly why: 'twice' | 'unknown' | 'too-many' }
  | { readonly id: string; readonly why: 'same'; readonly as: string };
