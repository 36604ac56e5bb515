import { analyse } from 'chardet';
import { languagesOf } from './latinLanguages';
import { openDecoding } from './textDecoding';

/** The detector's names that are aliases or subsets of our encodings. */
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-7': 'windows-1253',
};

/** Tried before the detector's suggestions, whose order suits whole texts and not names: the encodings of Excel in Europe. */
const TRIED_FIRST = ['windows-1252', 'windows-1250'];

/** Tried after it: it does not support DOS, Macintosh and Baltic encodings. */
const TRIED_LAST = ['windows-1254', 'windows-1257', 'cp850', 'cp437', 'cp852', 'ibm866', 'macintosh'];

/** Whole words are possible in any of these, so a few bytes beyond ASCII prove little. */
const OTHER_SCRIPTS_TRIED =
  'windows-1251 koi8-r ibm866 windows-1253 windows-1255 windows-1256 windows-874 shift_jis euc-jp euc-kr gb18030 big5'.split(
    ' ',
  );
const FEW_BYTES = 24;

/** Encodings of Unicode: bytes that are not valid UTF-8 are none of these without a mark. */
const UNICODE = /^(?:utf|ascii|iso-2022)/i;

/** A trial with more than this share of its characters in odd places is dropped. */
const MIN_PLAUSIBILITY = 0.5;

/** A later trial must score higher than an earlier one by this much, for each character that they read differently. */
const CLEARLY = 0.08;

/** Two trials that differ by less are both reported. */
const SURELY = 0.25;

/** An encoding, and an equally likely one that reads different letters. */
export interface LikelyEncoding {
  readonly encoding: string;
  readonly or?: string;
  /** Further ones, where there are too few letters beyond ASCII to decide. */
  readonly mayBe?: readonly string[];
}

/**
 * Detects the encoding of bytes that are not UTF-8, by trial; `undefined` where no encoding gives words, and where most bytes are UTF-8
 * after all, so that the file is damaged. It is only a suggestion: nothing is read in it unless a person agrees.
 */
export function detectEncoding(bytes: Uint8Array): LikelyEncoding | undefined {
  if (isMostlyUtf8(bytes)) return undefined;
  const named = analyse(Buffer.from(bytes))
    .filter(({ name, confidence }) => confidence > 0 && !UNICODE.test(name))
    .map(({ name }) => WIDER[name.toLowerCase()] ?? name.toLowerCase());
  const trials = [...new Set([...TRIED_FIRST, ...named, ...TRIED_LAST])]
    .flatMap((encoding) => tryEncoding(encoding, bytes) ?? [])
    .filter(({ plausibility }) => plausibility >= MIN_PLAUSIBILITY);
  const [first, ...later] = trials;
  if (first === undefined) return undefined;
  const best = later.reduce((found, trial) => (lead(trial, found) > CLEARLY ? trial : found), first);
  const other = trials.find((trial) => trial !== best && trial.text !== best.text && lead(best, trial) < SURELY);
  const mayBe = furtherTrials(bytes, best, other);
  return {
    encoding: best.encoding,
    ...(other === undefined ? {} : { or: other.encoding }),
    ...(mayBe.length === 0 ? {} : { mayBe }),
  };
}

/** Other scripts in which a few bytes can be words, too; a word in Latin letters decides. */
function furtherTrials(bytes: Uint8Array, best: Trial, other: Trial | undefined): readonly string[] {
  const wide = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  if (wide >= FEW_BYTES) return [];
  return OTHER_SCRIPTS_TRIED.flatMap((encoding) => tryEncoding(encoding, bytes) ?? [])
    .filter((trial) => trial.plausibility >= MIN_PLAUSIBILITY && trial.text !== best.text && lead(best, trial) < SURELY)
    .map(({ encoding }) => encoding)
    .filter((encoding) => encoding !== best.encoding && encoding !== other?.encoding);
}

interface Trial {
  readonly encoding: string;
  readonly text: string;
  /** The share of the characters beyond ASCII that are in plausible places, 0 to 1. */
  readonly plausibility: number;
  /** The number of characters beyond ASCII, each weighted by how well it suits a language, 0 to 1. */
  readonly worth: number;
  readonly count: number;
}

/** The difference between the scores of two trials, for each character that they read differently. */
function lead(trial: Trial, other: Trial): number {
  if (trial.text === other.text) return 0;
  if (trial.count !== other.count) return trial.worth / trial.count - other.worth / other.count;
  let differing = 0;
  for (let at = 0; at < trial.text.length; at++) if (trial.text[at] !== other.text[at]) differing++;
  return (trial.worth - other.worth) / differing;
}

function tryEncoding(encoding: string, bytes: Uint8Array): Trial | undefined {
  try {
    const decoding = openDecoding(encoding, true);
    // The bytes may end within a character
    const text = decoding.decode(bytes, { stream: true });
    return { encoding: decoding.encoding, text, ...judge(text) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Letters of a plausible case count within words, and signs between words. */
function judge(text: string): Pick<Trial, 'plausibility' | 'worth' | 'count'> {
  const languages = new LanguageShares();
  let [count, good, signs] = [0, 0, 0];
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const wide = (word.match(/\P{ASCII}/gu) ?? []).length;
    if (wide === 0) continue;
    count += wide;
    if (!isWord(word)) continue;
    good += wide;
    languages.add(word, wide);
  }
  for (const match of text.matchAll(/[^\p{ASCII}\p{L}\p{M}]/gu)) {
    count++;
    if (isSign(match[0], text[match.index - 1] ?? ' ', text[match.index + match[0].length] ?? ' ')) signs++;
  }
  return { count, plausibility: count === 0 ? 0 : (good + signs) / count, worth: languages.worth + signs };
}

/** The weights of a word in no known language, and of a word in another language than most of the text. */
const [UNKNOWN, FOREIGN] = [0.35, 0.75];

/** How the letters of a text are spread over languages: a text in one language scores higher than a mixture. */
class LanguageShares {
  readonly #known = new Map<string, readonly number[]>();
  readonly #shares: number[] = [];
  #other = 0;
  #foreign = 0;

  add(word: string, wide: number): void {
    if (!/^[\p{Script=Latin}\p{M}]+$/u.test(word)) {
      this.#other += wide;
      return;
    }
    const languages = this.#known.get(word) ?? languagesOf(word);
    this.#known.set(word, languages);
    if (languages.length === 0) this.#other += wide * UNKNOWN;
    else this.#foreign += wide;
    for (const language of languages) this.#shares[language] = (this.#shares[language] ?? 0) + wide;
  }

  get worth(): number {
    const most = Math.max(0, ...Object.values(this.#shares));
    return this.#other + most + (this.#foreign - most) * FOREIGN;
  }
}

/** Signs among the letters of Unicode, and the half forms of Japanese: none of them is in a name. */
const RARE = /[\u0192\u00aa\u00ba\u00b5\u02c6\u02c7\uff61-\uff9f]/u;

const EAST_ASIAN = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+$/u,
  /^[\p{Script=Hangul}\p{Script=Han}]+$/u,
];

const OTHER_SCRIPTS = [
  /^[\p{Script=Latin}\p{M}]+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^[\p{Script=Greek}\p{M}]+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^[\p{Script=Arabic}\p{M}]+$/u,
  /^[\p{Script=Thai}\p{M}]+$/u,
];

/** A capital beyond ASCII after a small letter, or within a word that has small letters after it. */
const ODD_CASE = /\p{Ll}\P{ASCII}*(?=\p{Lu})\P{ASCII}|^.+[^\P{Lu}\p{ASCII}].*\p{Ll}/u;

/** Letters of one script; capitals first or throughout; more than one letter. */
function isWord(word: string): boolean {
  if (RARE.test(word)) return false;
  if (EAST_ASIAN.some((script) => script.test(word))) return true;
  return word.length > 1 && OTHER_SCRIPTS.some((script) => script.test(word)) && !ODD_CASE.test(word);
}

/**
 * Quotation marks, dashes and the euro sign beside blanks and delimiters; an apostrophe and a blank anywhere. Small figures follow a
 * figure or a unit, never a word: Polish ł, ą and ż look like ³, ¹ and ¿ in another encoding.
 */
function isSign(sign: string, before: string, after: string): boolean {
  if (/[’ʼ\u00a0、。・（）]/u.test(sign)) return true;
  const [follows, precedes] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  if (/[²³]/u.test(sign)) return !precedes && (!follows || before === 'm');
  if (/[£¼½¾´]/u.test(sign)) return !follows && !precedes;
  return (!follows || !precedes) && /[“”„‘‚«»‹›–—…€§°•·®©™]/u.test(sign);
}

/** Whether characters of UTF-8 beyond ASCII outnumber invalid bytes; one that is cut off by the end counts. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let [whole, broken] = [0, 0];
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    const length = lengthOf(byte);
    const isWhole = length > 0 && bytes.subarray(at + 1, at + length).every((next) => (next & 0xc0) === 0x80);
    if (!isWhole) broken++;
    else if (byte >= 0x80) whole++;
    at += isWhole ? length : 1;
  }
  return whole > broken;
}

/** The length of the character that begins with a byte; 0: not a first byte. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
}
