import type { Meaning } from './attributeNames';
import { isDateText } from '../profile/isDateText';
import { opposesActive } from '../text/opposesActive';
import type { ColumnFacts } from './columnFacts';
import {
  hasDigits,
  hasLetters,
  hasSeveralWords,
  isCountryCode,
  isCountryName,
  isHonorific,
  isLanguageCode,
  isTimeZone,
  looksLikeCode,
  looksLikeEmail,
  looksLikePhone,
} from './valueLooks';

/** An adjustment of the name's score by the column's values. A column without values gives no evidence. */
type Evidence = (facts: ColumnFacts) => number;

const isText: Evidence = ({ share }) =>
  share((value) => hasLetters(value) && !looksLikeEmail(value)) > 0.7 ? 0 : -0.5;
const isNotCode: Evidence = ({ share }) => (share(looksLikeCode) > 0.5 ? -0.4 : 0);
/** Columns such as types and departments have few distinct values; an extract of a few people proves nothing. */
const repeats: Evidence = ({ profile }) => (profile.filled >= 20 && profile.distinct > profile.filled * 0.7 ? -0.4 : 0);
/** `In dienst` and `Uit dienst` contain yes and no in some extracts, and dates in others. */
const isDated: Evidence = ({ column, names, share }) =>
  (names.has('active') || opposesActive(column)) && share(isDateText) < 0.5 ? -0.6 : 0;
const all =
  (...evidence: readonly Evidence[]): Evidence =>
  (facts) =>
    evidence.reduce((sum, each) => sum + each(facts), 0);

/** The evidence for each meaning that the values can confirm or contradict. */
const EVIDENCE: Partial<Readonly<Record<Meaning, Evidence>>> = {
  externalId: ({ profile, records, share, names }) =>
    (records - profile.filled <= Math.max(records >= 4 ? 1 : 0, records / 50) ? 0 : -0.2) +
    (profile.filled >= 5 && profile.distinct < profile.filled * 0.5 ? -0.4 : 0) +
    (share(hasSeveralWords) > 0.2 ? -0.5 : 0) +
    // `Employee` contains numbers in some extracts and names in others
    (names.has('displayName') && share(hasDigits) < 0.8 ? -0.6 : 0),
  employeeNumber: ({ share, profile, names }) =>
    (names.has('displayName') && share(hasDigits) < 0.8 ? -0.6 : 0) +
    (share(hasSeveralWords) > 0.2 ? -0.5 : 0) +
    (profile.filled >= 5 && profile.distinct < profile.filled * 0.5 ? -0.4 : 0),
  userName: ({ share, profile }) =>
    (share(hasSeveralWords) > 0.1 ? -0.6 : 0) +
    (profile.filled >= 5 && profile.distinct < profile.filled * 0.5 ? -0.4 : 0),
  // An address that many people share is that of their contact person
  email: ({ share, profile }) =>
    (share(looksLikeEmail) > 0.9 ? 0 : -0.6) +
    (profile.filled >= 5 && profile.distinct < profile.filled * 0.5 ? -0.4 : 0),
  displayName: all(isText, ({ share, names }) => {
    const several = share(
      (value) => hasSeveralWords(value) || /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]{3,}$/u.test(value),
    );
    if (several > 0.6) return names.get('familyName') === undefined ? 0 : 0.15;
    // Some people have a single name, and some extracts contain only that
    return names.get('displayName') === 1 && share(looksLikeCode) === 0 && share(looksLikeEmail) === 0 ? -0.2 : -0.5;
  }),
  givenName: all(isText, ({ share }) =>
    share((value) => value.includes(',')) > 0.3 || share(hasDigits) > 0.2 ? -0.5 : 0,
  ),
  familyName: all(isText, ({ share, names }) => {
    if (share((value) => value.includes(',')) > 0.3 || share(hasDigits) > 0.2) return -0.5;
    const single = share((value) => !hasSeveralWords(value));
    return single > 0.8
      ? names.get('displayName') === undefined
        ? 0
        : 0.35
      : single < 0.4 && names.get('displayName') !== undefined
        ? -0.4
        : 0;
  }),
  secondFamilyName: isText,
  middleName: isText,
  nickName: isText,
  honorificPrefix: ({ share }) => (share(isHonorific) > 0.8 ? 0.2 : -0.6),
  title: all(isText, isNotCode, ({ share }) => (share(isHonorific) > 0.5 ? -0.8 : 0)),
  userType: all(isText, repeats),
  active: ({ profile, share }) =>
    (profile.filled > 0 && profile.distinct > 15 ? -0.6 : 0) + (share(isDateText) > 0.5 ? -0.8 : 0),
  hireDate: isDated,
  leaveDate: isDated,
  preferredLanguage: ({ share }) => (share(isLanguageCode) > 0.95 ? 0 : -0.35),
  timezone: ({ share }) => (share(isTimeZone) > 0.9 ? 0 : -0.35),
  phone: ({ share }) => (share(looksLikePhone) > 0.85 ? 0 : -0.5),
  mobile: ({ share }) => (share(looksLikePhone) > 0.85 ? 0 : -0.5),
  street: ({ share }) => (share(looksLikeEmail) > 0.1 ? -0.6 : share((value) => hasLetters(value)) > 0.8 ? 0 : -0.5),
  city: all(isText, ({ share }) => (share(hasDigits) > 0.3 ? -0.4 : 0)),
  region: all(
    ({ share }) => (share(hasLetters) > 0.7 ? 0 : -0.5),
    ({ share }) => (share(hasDigits) > 0.3 ? -0.4 : 0),
  ),
  postalCode: ({ share }) =>
    share((value) => /^[A-Z0-9〒][A-Z0-9 -]{2,9}$/i.test(value) && hasDigits(value)) > 0.9 ? 0 : -0.5,
  country: ({ share }) => {
    const known = share((value) => isCountryCode(value) || isCountryName(value));
    return known > 0.6 ? 0 : known > 0 ? -0.25 : -0.4;
  },
  department: all(isText, repeats, isNotCode),
  division: all(isText, repeats, isNotCode),
  organization: all(isText, repeats, isNotCode),
  costCenter: repeats,
};

/** The score of a meaning for a column, from 0 to 1. */
export function scoreOf(facts: ColumnFacts, meaning: Meaning, name: number): number {
  if (facts.profile.filled === 0) return Math.min(1, name);
  return Math.max(0, Math.min(1, name + (EVIDENCE[meaning]?.(facts) ?? 0)));
}
