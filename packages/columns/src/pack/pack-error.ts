/** Something is not the pack that was asked for. The message says what is wrong with it. */
export class PackError extends Error {
  override readonly name = 'PackError';
}
