/** Whether a page is made to stand in a frame of another site: it has no masthead, no script and no cookie (ADR 0021). */
export const isEmbedded = ({ id }: { readonly id: string | null }): boolean => id?.startsWith('/embed/') === true;
