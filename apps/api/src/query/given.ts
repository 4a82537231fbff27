/** A value without the fields that are undefined. */
export type Given<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** Leaves out what was not given: the store tells an absent filter from none by the key alone. */
export function given<Value extends object>(value: Value): Given<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Given<Value>;
}
