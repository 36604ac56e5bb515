/** How a culture maps letters to lower and upper case. Cultures differ only in the dotted and the dotless i. */
export type Casing = 'invariant' | 'turkic' | 'other';

/** language, script, region, variants. Extensions and private parts do not affect letters and are refused. */
const NAME = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/i;

/** Every language of two letters. Source: ISO 639-1. */
const LANGUAGES = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo ' +
    'es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ' +
    'ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn ' +
    'no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta ' +
    'te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
);

/**
 * How the culture of an RFC 4646 name, like `en-US` or `tr`, maps letters; an empty text is the invariant culture.
 *
 * The result does not depend on the languages installed on this machine: a name must have the right form, and a
 * two-letter language must exist. Lithuanian is not special, as .NET maps one character at a time and never adds a dot.
 * @returns `undefined` when the text does not name a culture
 */
export function casingOf(culture: string): Casing | undefined {
  if (culture === '') return 'invariant';
  const language = NAME.exec(culture)?.[1]?.toLowerCase();
  if (language === undefined || (language.length === 2 && !LANGUAGES.has(language))) return undefined;
  return ['tr', 'az', 'tur', 'aze'].includes(language) ? 'turkic' : 'other';
}
