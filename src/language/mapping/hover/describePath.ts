import type { Word } from '../../../core/mapping/syntax/syntax';
import { CORE_USER_URN, ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import type { Span } from '../../../core/text/span';
import type { Description } from './description';
import type { Markdown } from '../../shared/markdown';
import { code, words, paragraphs } from '../../shared/markdown';

const CUSTOM = paragraphs(
  words`A custom schema.`,
  words`Its attributes have an effect only if the provisioning job lists them among its source attributes, by this URN, and maps them. They have one value each; lists and references are not supported. *(Entra)*`,
);

const KNOWN: ReadonlyMap<string, Markdown> = new Map([
  [CORE_USER_URN.toLowerCase(), words`The User of SCIM: names, addresses, sign-in name. *(RFC 7643, section 4.1)*`],
  [
    ENTERPRISE_USER_URN.toLowerCase(),
    words`The Enterprise User of SCIM: attributes of employees. *(RFC 7643, section 4.3)*`,
  ],
]);

export function describeUrn({ text, span }: Word): Description {
  return { markdown: KNOWN.get(text.toLowerCase()) ?? CUSTOM, span };
}

export function describeFilter(span: Span): Description {
  const markdown = paragraphs(
    words`Selects the element of the list: its terms are written into the element, and rules with the same filter share one element.`,
    words`Only elements with ${code('type eq "work"')} are processed of e-mail addresses, phone numbers and postal addresses. *(Entra)*`,
  );
  return { markdown, span };
}
