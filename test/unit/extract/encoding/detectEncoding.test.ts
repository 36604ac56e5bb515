import { encode } from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/extract/encoding/detectEncoding';

const GERMAN = 'Personalnummer;Nachname;Vorname;Ort\n1;Krüger;Jörg;Görlitz\n2;Weiß;Käthe;München\n3;Lang;Udo;Bonn\n';
const SPANISH = 'id,nombre,apellido\n1,Andrés,Ibáñez\n2,Lucía,Muñoz\n3,Eva,Gómez\n';
const FRENCH = 'matricule;prénom;nom\n1;Zoé;Béranger\n2;François;Hélary\n';
const DANISH = 'id;navn\n1;Jørgen Bæk\n2;Åge Lyngbø\n';
const POLISH = 'id;imię;nazwisko\n1;Łucja;Wróbel\n2;Michał;Gołąb\n3;Świętosława;Żak\n';
const CZECH = 'id;jméno;příjmení\n1;Zdeněk;Kříž\n2;Růžena;Šťastná\n';
const RUSSIAN = 'id;имя;фамилия\n1;Олег;Кузнецов\n2;Анна;Волкова\n';
const GREEK = 'id;όνομα;επώνυμο\n1;Νίκος;Δημητρίου\n2;Ελένη;Καραγιάννη\n';
const JAPANESE = '番号,氏名,部署\n1,佐藤健一,開発部\n2,高橋美咲,総務部\n3,田中さくら,営業部\n';

describe('detectEncoding', () => {
  it.each([
    ['German from Excel', GERMAN, 'windows-1252', 'windows-1252'],
    ['one umlaut', 'id;name\n1;Müller\n', 'windows-1252', 'windows-1252'],
    ['capitals', 'ID;NAME\n1;MÜLLER\n2;GROẞ-STRÄTER\n', 'windows-1252', 'windows-1252'],
    ['Spanish from Excel', SPANISH, 'windows-1252', 'windows-1252'],
    ['French from Excel', FRENCH, 'windows-1252', 'windows-1252'],
    ['Danish from Excel', DANISH, 'windows-1252', 'windows-1252'],
    [
      'quotation marks and an apostrophe',
      'id;title\n1;Head of “Sales” – EMEA\n2;O’Neil\n',
      'windows-1252',
      'windows-1252',
    ],
    ['German from DOS', GERMAN, 'cp850', 'cp850'],
    ['Spanish from DOS', SPANISH, 'cp850', 'cp850'],
    ['French from DOS', FRENCH, 'cp850', 'cp850'],
    ['German from a Macintosh', GERMAN, 'macintosh', 'macintosh'],
    ['Polish from Excel', POLISH, 'windows-1250', 'windows-1250'],
    ['Czech from Excel', CZECH, 'windows-1250', 'windows-1250'],
    ['Czech from DOS', CZECH, 'cp852', 'cp852'],
    ['Russian from Excel', RUSSIAN, 'windows-1251', 'windows-1251'],
    ['Russian from DOS', RUSSIAN, 'cp866', 'ibm866'],
    ['Russian from Unix', RUSSIAN, 'koi8-r', 'koi8-r'],
    ['Greek from Excel', GREEK, 'windows-1253', 'windows-1253'],
    ['Japanese from Excel', JAPANESE, 'shift_jis', 'shift_jis'],
  ])('%s', (_, text, written, found) => {
    expect(detectEncoding(encode(text, written))?.encoding).toBe(found);
  });

  it('says nothing of UTF-8 that is damaged', () => {
    const bytes = Buffer.from(GERMAN);
    expect(detectEncoding(Buffer.concat([bytes, Buffer.from([0xfc, 0x0a])]))).toBeUndefined();
    expect(detectEncoding(bytes.subarray(0, bytes.indexOf('ü') + 1))).toBeUndefined();
  });

  it('gives no encoding for bytes that are not text', () => {
    const noise = Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 97 + (index >> 3) * 31) % 256));
    expect(detectEncoding(noise)).toBeUndefined();
  });
});
