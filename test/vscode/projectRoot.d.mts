/** The folder of the extension under test. */
export const projectRoot: string;
