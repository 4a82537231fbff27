/** A body as JSON, of the type that the caller expects; what it really is, other tests check. */
export const json = async <Body>(response: Response): Promise<Body> => (await response.json()) as Body;
