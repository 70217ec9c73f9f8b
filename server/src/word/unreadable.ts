/** Why an input cannot be read: one line for the user that says what to do. Thrown inside `word/` only; its entries return it. */
export class Unreadable extends Error {}

/** Runs `read` and turns what it refuses into a value; a bug is thrown on. */
export async function refusing<T>(read: () => Promise<T>): Promise<T | { readonly refused: string }> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Unreadable) return { refused: error.message };
    throw error;
  }
}
