/** Answers that refuse a request for what is in it: the same request would be refused again. Others refuse the caller, or the moment. */
const ABOUT_CONTENT: ReadonlySet<number | undefined> = new Set([400, 413, 415, 422]);

/** Whether an answer of this status refuses what a request holds. */
export function isAboutContent(status: number | undefined): boolean {
  return ABOUT_CONTENT.has(status);
}
