/** The executable of a browser, installed now if that is allowed here. @throws {Error} with what to install */
export function ensureChromium(): Promise<string>;
