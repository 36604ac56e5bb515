/** A language with Latin letters, as far as its names distinguish encodings. */
interface LatinLanguage {
  /** The small letters beyond ASCII that it writes. */
  readonly letters: string;
  /** Patterns that never occur in its words. */
  readonly never?: RegExp;
}

const VOWELS = 'aeiouyáàâãäåąăāéèêëęěėēíìîïıįīóòôõöøőúùûüűůųūýÿæœ';

/** More than one accented vowel in a word. */
const TWO_ACCENTS = /[áàéèíìóòúù].*[áàéèíìóòúù]/u;

/**
 * The alphabets of the languages that Windows-1252, 1250, 1254 and 1257 are used for, and where their letters do not occur. The latter
 * distinguishes letters that share a byte: Spanish has ñ before vowels, where Polish writes ni and never ń.
 */
const LANGUAGES: readonly LatinLanguage[] = [
  { letters: 'äöüßé' },
  { letters: 'åäöéü' },
  { letters: 'æøåéöäü', never: /iæ|æ$|ø[iou]/u },
  { letters: 'áéíóúýðþæö', never: /^ð|(?!^)þ(?![aeiouáéíóúýöæjrv])|[bcdfghklmnprstvz]þ[aeiou]?$|[aeiouy]þ[aeiou]/u },
  // French; œ is followed by u, or by i as in œil
  { letters: 'éèêëàâçîïôùûüÿœæ', never: /[aeou]è|œ(?![ui])|æ(?!t)|^[èù]|[ùû]$(?<!^ù)|ê$|û(?![tmrl]|ch)/u },
  { letters: 'áéíóúüñ', never: /ñ(?![aeiouáéíóú])|[áéíóú].*[áéíóú]/u },
  // Portuguese; ã and õ are nasal before o and e, or at the end
  { letters: 'áéíóúâêôàãõçü', never: /ã(?![oe]|s?$)|õ(?!e)|à.|ç(?![aouáãõóú])/u },
  { letters: 'àèéìíòóù', never: /[àèéìíòóù](?=.)/u },
  { letters: 'àèéíïòóúüç', never: TWO_ACCENTS },
  { letters: 'éëïöüèáóí', never: /[áóí].*[áóí]/u },
  // Polish; ń, ś, ź and ć are written ni, si, zi and ci before vowels
  { letters: 'ąćęłńóśźż', never: /[ńćź][aeiouyóąę]|ś[aeiouyóąę]|^[ąęńy]/u },
  { letters: 'áčďéěíňóřšťúůýž', never: /(?<![dtnbpvmf])ě|^[ůýě]|ď[^aáouů]|nč$|[^aeiouyáéíóúý]ň$/u },
  {
    letters: 'áäčďéíĺľňóôŕšťúýž',
    never: /(?<![bpmvf])ä|[aeiouyáéíóúäô][ĺŕ]|[ĺŕ][aeiouyáéíóúäô]|(?:^|[^a-zčšž])[ĺŕ]|[ĺŕ]$|[^aeiouyáéíóúý]ň$/u,
  },
  { letters: 'áéíóöőúüű' },
  { letters: 'čćđšž' },
  { letters: 'ăâîşţșț', never: /ă[oe]/u },
  // Turkish; ğ follows a vowel
  { letters: 'çğıöşüâîi̇', never: /(?<![aeıioöuüâî])ğ/u },
  // Estonian; õ is in the first syllable
  { letters: 'äöõüšž', never: /[aeiouäöüõ][^aeiouäöüõ]+õ|[yxwq]/u },
  // Lithuanian; ų and į end cases, and names are in the first
  { letters: 'ąčęėįšųūž', never: /ų|.į|ę(?!s)|ąs?$|[aeiou]ė|[čšž]$/u },
  { letters: 'āčēģīķļņšūž', never: /^[^aeiouāēīū]ņ|[čģķļņž]$/u },
];

const FITS = LANGUAGES.map(({ letters, never }) => ({
  alphabet: new RegExp(`^[a-z${letters}]+$`, 'u'),
  never,
}));

const CROWD = new RegExp(`[^${VOWELS}]{4}|[${VOWELS}]{3}`, 'gu');

const VOWEL = new RegExp(`[${VOWELS}]`, 'u');

/** The languages, by number, in which a word of Latin letters is possible. */
export function languagesOf(word: string): readonly number[] {
  const small = (/^İ|[ış]/u.test(word) ? word.replace(/İ/gu, 'i') : word).toLowerCase().normalize('NFC');
  if (isUnspeakable(small)) return [];
  return FITS.flatMap(({ alphabet, never }, index) =>
    alphabet.test(small) && never?.test(small) !== true ? [index] : [],
  );
}

/** No vowel at all, or a letter beyond ASCII among many consonants or vowels: a Danish ø read as ř gives such words. */
function isUnspeakable(word: string): boolean {
  if (word.length > 2 && !VOWEL.test(word) && !/[rl]/u.test(word.replace(/[^a-z]/gu, ''))) return true;
  return [...word.matchAll(CROWD)].some(([crowd]) => /\P{ASCII}/u.test(crowd));
}
