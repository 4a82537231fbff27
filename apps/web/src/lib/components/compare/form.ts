/** The form of a list whose boxes choose what to compare, by its id in the page. */
export const COMPARE_FORM = 'compare';
