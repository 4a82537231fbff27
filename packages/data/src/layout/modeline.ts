/** The line by which an editor finds the JSON Schema of a file. */
export const modelineFor = (schema: string): string => `# yaml-language-server: $schema=${schema}`;

/** Whether a comment is such a line. */
export const isModeline = (comment: string): boolean => /^#\s*yaml-language-server\s*:\s*\$schema=/.test(comment);
