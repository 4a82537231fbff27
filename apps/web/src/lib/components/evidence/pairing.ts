/** Pairs that a document can have: more than any has claims. */
export const MAXIMUM_PAIRS = 999;

/**
 * The style sheet that lights up a claim and its passages together, whichever of them the pointer or the focus is on, or the address
 * names. Without scripts a rule has to name both ends, so there is one for each pair.
 *
 * @param count pairs, numbered from 1: values of `data-pair`
 */
export const pairingRules = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const end = `[data-pair~="${index + 1}"]`;
    return `.evidence:has(${end}:is(:hover,:focus-within,:target)) ${end}{--mark:var(--mark-lit);--edge:var(--edge-lit)}\n`;
  }).join('');
