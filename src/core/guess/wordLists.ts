/** Forms of address and academic titles. */
export const HONORIFICS = new Set(
  'mr, mrs, ms, miss, mx, dr, prof, professor, herr, frau, hr, fr, m, mme, mlle, sr, sra, srta, dhr, mevr, mw, sig, sigra, dott, dottssa, ing, prof dr, dipl ing, 様, 殿'.split(
    ', ',
  ),
);

/** ISO 3166-1 alpha-2. */
export const COUNTRY_CODES = new Set(
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  ),
);

/** Names of countries in lower case, with other common codes; each line begins with the code that SCIM uses. */
const COUNTRIES = `DE germany, deutschland, allemagne, alemania, duitsland, alemanha, germania, ドイツ, deu, d
AT austria, österreich, autriche, oostenrijk, áustria, オーストリア, aut
CH switzerland, schweiz, suisse, suiza, zwitserland, suíça, svizzera, スイス, che
FR france, frankreich, francia, frankrijk, frança, フランス, fra
ES spain, spanien, espagne, españa, spanje, espanha, spagna, スペイン, esp
PT portugal, portogallo, ポルトガル, prt
IT italy, italien, italie, italia, italië, itália, イタリア, ita
NL netherlands, the netherlands, niederlande, pays-bas, países bajos, nederland, países baixos, paesi bassi, holland, オランダ, nld
BE belgium, belgien, belgique, bélgica, belgië, belgio, ベルギー, bel
LU luxembourg, luxemburg, luxemburgo, lussemburgo, lux
GB united kingdom, great britain, uk, vereinigtes königreich, großbritannien, royaume-uni, reino unido, verenigd koninkrijk, regno unito, england, イギリス, 英国, gbr
IE ireland, irland, irlande, irlanda, ierland, アイルランド, irl
US united states, united states of america, usa, u.s.a., vereinigte staaten, états-unis, estados unidos, verenigde staten, stati uniti, アメリカ, 米国, アメリカ合衆国
CA canada, kanada, canadá, カナダ, can
MX mexico, mexiko, mexique, méxico, messico, メキシコ, mex
BR brazil, brasilien, brésil, brasil, brazilië, brasile, ブラジル, bra
AR argentina, argentinien, argentine, argentinië, アルゼンチン, arg
CL chile, chili, cile, チリ, chl
CO colombia, kolumbien, colombie, colômbia, コロンビア, col
JP japan, japon, japón, japão, giappone, 日本, jpn
CN china, chine, cina, 中国, chn
IN india, indien, inde, índia, インド, ind
SG singapore, singapur, singapour, singapura, シンガポール, sgp
AU australia, australien, australie, austrália, オーストラリア, aus
NZ new zealand, neuseeland, nouvelle-zélande, nueva zelanda, nieuw-zeeland, nova zelândia, nuova zelanda, nzl
PL poland, polen, pologne, polonia, polônia, polska, ポーランド, pol
CZ czech republic, czechia, tschechien, tchéquie, república checa, tsjechië, repubblica ceca, cze
DK denmark, dänemark, danemark, dinamarca, denemarken, danimarca, dnk
SE sweden, schweden, suède, suecia, zweden, suécia, svezia, スウェーデン, swe
NO norway, norwegen, norvège, noruega, noorwegen, norvegia, nor
FI finland, finnland, finlande, finlandia, finlândia, fin
HU hungary, ungarn, hongrie, hungría, hongarije, ungheria, hun
RO romania, rumänien, roumanie, rumanía, roemenië, rou
GR greece, griechenland, grèce, grecia, griekenland, grécia, grc
TR turkey, türkei, turquie, turquía, turkije, turquia, turchia, türkiye, tur
ZA south africa, südafrika, afrique du sud, sudáfrica, zuid-afrika, áfrica do sul, sudafrica, zaf
KR south korea, südkorea, corée du sud, corea del sur, 韓国, kor`;

export const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  COUNTRIES.split('\n').flatMap((line) =>
    line
      .slice(3)
      .split(', ')
      .map((name) => [name, line.slice(0, 2)] as const),
  ),
);

/** Domains of private mail addresses. */
export const PRIVATE_DOMAINS =
  /(?:^|\.)(?:gmail|googlemail|yahoo|hotmail|outlook|live|icloud|gmx|web|t-online|freenet|orange|wanadoo|libero|proton|protonmail|aol)\.[a-z.]+$/i;
