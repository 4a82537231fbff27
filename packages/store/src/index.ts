/** The revision of the table layout that this build of the store reads and writes. */
export const schemaVersion = 0;
