import { analyse } from 'chardet';
import { openDecoding } from './textDecoding';

/** What the detector names that is another name of an encoding of ours, or a part of one. */
const WIDER: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-8': 'windows-1255',
  'iso-8859-7': 'windows-1253',
};

/** Tried beside what the detector names, which knows no DOS and no Macintosh; of equals the first. */
const ALSO_TRIED = ['windows-1252', 'windows-1250', 'cp850', 'cp437', 'cp852', 'ibm866', 'macintosh'];

/** Encodings of Unicode: bytes that were to be UTF-8 and are not are none of these without a mark. */
const UNICODE = /^(?:utf|ascii|iso-2022)/i;

/** A trial that leaves more than this share of its characters in odd places is none. */
const MIN_PLAUSIBILITY = 0.5;

/**
 * The encoding that bytes look like which are not UTF-8, by trial; `undefined` where none makes words of them, and where most of them
 * are UTF-8 after all, so that the file is damaged. It is only offered: nothing is read in it without somebody's word.
 */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  if (isMostlyUtf8(bytes)) return undefined;
  const named = analyse(Buffer.from(bytes))
    .filter(({ name, confidence }) => confidence > 0 && !UNICODE.test(name))
    .map(({ name }) => WIDER[name.toLowerCase()] ?? name.toLowerCase());
  const trials = [...new Set([...named, ...ALSO_TRIED])].flatMap((encoding) => tryEncoding(encoding, bytes) ?? []);
  const best = trials.reduce<Trial | undefined>(
    (found, trial) => (found === undefined || trial.plausibility > found.plausibility + 0.02 ? trial : found),
    undefined,
  );
  if (best === undefined || best.plausibility < MIN_PLAUSIBILITY) return undefined;
  // What Excel writes in the West, where the text is the same
  return (
    trials.find(({ encoding, text }) => encoding === 'windows-1252' && text === best.text)?.encoding ?? best.encoding
  );
}

interface Trial {
  readonly encoding: string;
  readonly text: string;
  /** How many of the characters beyond ASCII are where a person would write them, 0 to 1. */
  readonly plausibility: number;
}

function tryEncoding(encoding: string, bytes: Uint8Array): Trial | undefined {
  try {
    const decoding = openDecoding(encoding, true);
    // The bytes may end within a character
    const text = decoding.decode(bytes, { stream: true });
    return { encoding: decoding.encoding, text, plausibility: plausibilityOf(text) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Letters are plausible in words, in a case that words have; signs are plausible between words. */
function plausibilityOf(text: string): number {
  let [count, good] = [0, 0];
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const wide = (word.match(/\P{ASCII}/gu) ?? []).length;
    if (wide === 0) continue;
    count += wide;
    if (isWord(word)) good += wide;
  }
  for (const match of text.matchAll(/[^\p{ASCII}\p{L}\p{M}]/gu)) {
    count++;
    if (isSign(match[0], text[match.index - 1] ?? ' ', text[match.index + match[0].length] ?? ' ')) good++;
  }
  return count === 0 ? 0 : good / count;
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

/** Letters of one script; capitals first or throughout; not one letter alone. */
function isWord(word: string): boolean {
  if (RARE.test(word)) return false;
  if (EAST_ASIAN.some((script) => script.test(word))) return true;
  return word.length > 1 && OTHER_SCRIPTS.some((script) => script.test(word)) && !ODD_CASE.test(word);
}

/** Quotation marks, dashes and the euro sign beside blanks and delimiters; an apostrophe and a blank anywhere. */
function isSign(sign: string, before: string, after: string): boolean {
  if (/[’ʼ\u00a0、。・（）]/u.test(sign)) return true;
  const isFree = !/\p{L}/u.test(before) || !/\p{L}/u.test(after);
  return isFree && /[“”„‘‚«»‹›–—…€£§°•·®©™²³½¼¾´]/u.test(sign);
}

/** Whether there are more characters of UTF-8 beyond ASCII than bytes that are none; one that is cut off by the end is one. */
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

/** Of the character that begins with a byte; 0: none does. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
}
