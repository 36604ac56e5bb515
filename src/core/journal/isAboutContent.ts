/**
 * Status codes that refuse a request because of its contents, so the same request would be refused again. Other codes
 * refuse the caller or the moment.
 */
const ABOUT_CONTENT: ReadonlySet<number | undefined> = new Set([400, 413, 415, 422]);

/** Whether an answer with this status refuses the contents of a request. */
export function isAboutContent(status: number | undefined): boolean {
  return ABOUT_CONTENT.has(status);
}
