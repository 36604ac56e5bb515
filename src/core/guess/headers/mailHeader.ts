import { keyOf, wordsOf } from '../../text/headerWords';

/** Words for mail in the languages of HR systems, the longest first, so that `e mail` is found before `mail`. */
const MAIL = phrases(
  'posta elettronica, correo electronico, correio eletronico, courrier electronique, электронная почта, электронной почты, эл почта, почта, e mail, email, mail, emails, mails, courriel, correo, electronique, elektronische post, e post, epost, e posta, eposta, elektroniczna, e mailadres, emailadres, mailadres, e mailadresse, emailadresse, mailadresse, e postadress, epostadress, e postadresse, epostadresse, sahkoposti, sahkopostiosoite, メール, メールアドレス, 邮箱, 电子邮件, 이메일',
);

/** Words that may accompany {@link MAIL} without changing its meaning. */
const BESIDE = new Set(
  [
    'address, addr, adr, addresses, adresse, adress, adres, adresa, adresi, cim, osoite, direccion, endereco, indirizzo, poczta, poczty, адрес, アドレス, 地址, 주소, id, smtp',
    'work, business, office, company, corporate, official, organization, organisation, internal, professional, default, preferred, bus, biz, corp',
    'dienst, dienstlich, dienstliche, geschaftlich, geschaftliche, arbeit, arbeits, firma, firmen, betrieblich, betriebliche',
    'professionnel, professionnelle, pro, entreprise, travail, bureau, trabajo, laboral, corporativo, corporativa, empresa, profesional, oficina, institucional',
    'werk, zakelijk, zakelijke, kantoor, bedrijf, lavoro, aziendale, ufficio, trabalho, profissional, comercial',
    'arbete, arbets, jobb, jobbet, arbejde, arbejds, arbeid, tyo, sluzbowy, sluzbowa, firmowy, firmowa, pracovni, firemni, pracovny, рабочая, рабочии, рабочеи, корпоративная, корпоративныи, служебная, kurumsal, sirket, is, ceges, munkahelyi, 公司, 工作, 会社, 회사',
  ].flatMap((line) => line.split(', ')),
);

function phrases(names: string): readonly (readonly string[])[] {
  return names
    .split(', ')
    .map(wordsOf)
    .sort((a, b) => b.length - a.length || keyOf(b).length - keyOf(a).length);
}

/**
 * Whether the words of a header name a mail address, in any order: `EMAIL_ADDR`, `Adresse électronique`,
 * `E-mailadres werk`. Any other word, as in `Mail Stop`, changes the meaning.
 */
export function namesMailAddress(words: readonly string[]): boolean {
  const found = MAIL.flatMap((phrase) => {
    const at = words.findIndex((_, index) => phrase.every((word, offset) => words[index + offset] === word));
    return at < 0 ? [] : [[...words.slice(0, at), ...words.slice(at + phrase.length)]];
  });
  return found.some((rest) => rest.every((word) => BESIDE.has(word)));
}
