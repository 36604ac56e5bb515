/**
 * Labels of letters, digits and hyphens, at least two of them. Source: RFC 1035, section 2.3.1, and RFC 1123, section
 * 2.1.
 */
const DOMAIN = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** The domain that a user entered, in lower case and without a leading `@`; `undefined` if it is not a domain name. */
export function domainName(text: string): string | undefined {
  const name = text.trim().replace(/^@/, '').toLowerCase();
  return DOMAIN.test(name) ? name : undefined;
}
