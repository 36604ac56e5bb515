import { formatCount } from '../text/formatCount';

const MAX_NAMED = 3;

/** Returns a list like `title, department and 2 more`. */
export function listNames(paths: readonly string[]): string {
  const named = paths.slice(0, MAX_NAMED);
  const more = paths.length - named.length;
  const parts = more > 0 ? [...named, `${formatCount(more)} more`] : named;
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
