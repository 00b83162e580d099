/** Parses JSON so that a mistake is said to be where it is. Throws an Error that begins with `where`. */
export function parseJson(where: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${where}: ${error instanceof Error ? error.message : error}`);
  }
}
