/** Invented people, towns and departments of a language, and the code page that Excel writes there. */
export interface NamesOfLanguage {
  readonly language: string;
  readonly encoding: string;
  readonly given: string;
  readonly family: string;
  readonly towns: string;
}

export const EUROPEAN_NAMES: readonly NamesOfLanguage[] = [
  ...western(),
  ...central(),
  {
    language: 'Turkish',
    encoding: 'windows-1254',
    given: 'Tuğba İsmail Ayşegül Çetin Barış Işık Özgür Mert',
    family: 'Yılmaz Doğan Kılıç Şimşek Aydın Güneş Aslan',
    towns: 'İzmir Eskişehir Diyarbakır Bursa Muğla',
  },
  {
    language: 'Lithuanian',
    encoding: 'windows-1257',
    given: 'Živilė Šarūnas Ąžuolas Rasa Tomas Jūratė',
    family: 'Kazlauskaitė Žukauskas Čepulis Petrauskas Šimkutė',
    towns: 'Šiauliai Panevėžys Vilnius Klaipėda',
  },
  {
    language: 'Ukrainian',
    encoding: 'windows-1251',
    given: 'Юлія Андрій Євген Оксана Ганна',
    family: 'Шевченко Мельник Їжак Бойко',
    towns: 'Київ Львів Одеса',
  },
  {
    language: 'Greek',
    encoding: 'windows-1253',
    given: 'Ελένη Νίκος Άρης Σοφία',
    family: 'Δημητρίου Καραγιάννης Ιωάννου',
    towns: 'Αθήνα Πάτρα Βόλος',
  },
];

function western(): readonly NamesOfLanguage[] {
  return [
    {
      language: 'Spanish',
      given: 'Andrés Begoña Tomás Inés Íker Julia Óliver Rocío',
      family: 'Ordóñez Castaño Beltrán Jiménez Ruiz Cañas Gómez',
      towns: 'Cáceres Avilés Madrid Jaén Ávila',
    },
    {
      language: 'Swedish',
      given: 'Åke Malin Håkan Gösta Kjell Börje Märit Oskar',
      family: 'Sandström Åberg Hällgren Holm Löfgren Öström Nilsson',
      towns: 'Luleå Skövde Lund Gävle Ängelholm',
    },
    {
      language: 'Italian',
      given: 'Niccolò Marta Aimè Sarà Elio Tonì',
      family: 'Ferrerò Conti Pirrò Galli Zanè Sordì',
      towns: 'Forlì Cantù Torino Patù',
    },
    {
      language: 'Italian without à',
      given: 'Niccolò Marta Aimè Elio',
      family: 'Pirrò Galli Zanè Conti',
      towns: 'Forlì Cantù Torino Patù',
    },
    {
      language: 'Catalan',
      given: 'Mònica Júlia Climent Àlex Gemma Agnès',
      family: 'Farràs Bonmatí Solé Ferrer Bordàs Camprubí',
      towns: 'Manresa Cerdanyola Mollerussa Sarrià',
    },
    {
      language: 'Icelandic',
      given: 'Þórunn Garðar Hildur Einar Bryndís Þorvaldur Ólöf',
      family: 'Sigurðsson Gíslason Þorláksdóttir Ægisdóttir Eiðsson',
      towns: 'Selfoss Keflavík Húsavík Egilsstaðir',
    },
    {
      language: 'Danish',
      given: 'Jørn Gerda Åge Søs Preben Bodil',
      family: 'Lyngbø Kjærgaard Bødker Holm Sønderby Præst',
      towns: 'Helsingør Sæby Vejle Tårnby Ølstykke',
    },
    {
      language: 'Danish with ø alone',
      given: 'Jørn Gerda Preben Bodil',
      family: 'Bødker Holm Sønderby Nørskov',
      towns: 'Vejle Helsingør Struer',
    },
    {
      language: 'Norwegian',
      given: 'Øystein Sigrid Pål Bjørg Gunnar Åshild',
      family: 'Tveitå Sørli Myhre Fjære Østby Bråten',
      towns: 'Hønefoss Drøbak Hamar Florø Ås',
    },
    {
      language: 'Finnish',
      given: 'Väinö Tyyne Pentti Säde Yrjö Ilmari',
      family: 'Hyvönen Mäkelä Ranta Pöllänen Lähde Kärki',
      towns: 'Hyvinkää Espoo Lappeenranta Äänekoski',
    },
    {
      language: 'Portuguese',
      given: 'Tiago Fábio Simão Cecília Estêvão Glória Rute',
      family: 'Falcão Antunes Gusmão Assunção Mourão Guimarães Simões',
      towns: 'Guarda Portimão Bragança Loulé',
    },
    {
      language: 'French',
      given: 'Agnès Gaël Cédric Noémie Loïc Françoise Rose',
      family: 'Hélary Lenôtre Bœuf Garçon Prévôt Blanc Forêt',
      towns: 'Angoulême Nîmes Sète Rennes Alençon',
    },
    {
      language: 'German',
      given: 'Jörn Käthe Ute Günter Lothar Björn',
      family: 'Krüger Strauß Köhler Lang Bäcker Vößing',
      towns: 'Görlitz Gießen Bonn Tübingen',
    },
    {
      language: 'Dutch',
      given: 'Daniël Floor Zoë Renée Koen Noëlle',
      family: 'Coppieters Daniëls Verbeek Reünie Boë',
      towns: 'Coevorden Venetië Breda',
    },
  ].map((names) => ({ ...names, encoding: 'windows-1252' }));
}

function central(): readonly NamesOfLanguage[] {
  return [
    {
      language: 'Polish',
      given: 'Łucja Michał Bożena Stanisław Zofia Grażyna Jan',
      family: 'Gołąb Wróbel Dębski Źródło Święch Kwiecień Żak',
      towns: 'Łódź Gdańsk Poznań Zamość Kraków',
    },
    {
      language: 'Czech',
      given: 'Růžena Zdeněk Lukáš Věra Jiřina Petr Bedřich',
      family: 'Kříž Šťastná Němcová Hájek Kučera Novotný',
      towns: 'Brno Děčín Třebíč Plzeň Přerov',
    },
    {
      language: 'Slovak',
      given: 'Ľubica Ján Zuzana Štefan Božena Matúš',
      family: 'Kováč Ďurica Kráľ Hudák Vážny Jakubčák',
      towns: 'Košice Trenčín Žilina Levoča',
    },
    {
      language: 'Hungarian',
      given: 'Erzsébet Győző Jenő Ilona Ágota Sándor',
      family: 'Kőműves Fűzi Szűcs Pásztor Erdős Nagy',
      towns: 'Győr Budapest Szentendre Gödöllő',
    },
    {
      language: 'Romanian',
      given: 'Răzvan Cătălina Ştefania Ilie Măriuca',
      family: 'Ionaşcu Băsescu Ţurcanu Munteanu Câmpeanu',
      towns: 'Braşov Constanţa Iaşi Timişoara',
    },
    {
      language: 'Croatian',
      given: 'Željka Đuro Tomislav Krešimir Nikša',
      family: 'Perković Čulić Babić Đurić Matoš Mlinarić',
      towns: 'Šibenik Varaždin Zadar Čakovec',
    },
    {
      language: 'Slovenian',
      given: 'Špela Matjaž Borut Jože Mojca',
      family: 'Zupančič Kovač Božič Mlakar Krajnčan',
      towns: 'Črnomelj Kočevje Kranj Žalec',
    },
  ].map((names) => ({ ...names, encoding: 'windows-1250' }));
}
