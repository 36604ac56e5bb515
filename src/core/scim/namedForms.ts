/** The form that RFC 7643 (section 4.1.1) requires of a text, and its description. */
interface NamedForm {
  readonly form: RegExp;
  readonly words: string;
}

const FORMS: Readonly<Record<string, NamedForm>> = {
  timezone: { form: /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/, words: 'the name of a time zone, such as Europe/Berlin' },
  locale: { form: /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/, words: 'a language tag, such as de-DE' },
};

/** The form of the User attribute with this name, for mappings and payloads. Few attributes have one. */
export function namedFormOf(attribute: string): NamedForm | undefined {
  return Object.hasOwn(FORMS, attribute) ? FORMS[attribute] : undefined;
}
