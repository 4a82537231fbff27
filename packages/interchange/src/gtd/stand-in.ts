/** How places are called whose point stands for a town or a province around or in which it happened. */
export const SOMEWHERE_AROUND = 'Somewhere around ';
export const SOMEWHERE_IN = 'Somewhere in ';
