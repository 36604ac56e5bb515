/** `samples/contoso` of this project. */
export const sampleWorkspace: string;

/** Copies a workspace (default: the sample) below `parent`, under its own name, and returns the copy. Tests may write to it. */
export function copyWorkspace(parent: string, original?: string): string;
