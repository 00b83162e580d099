/**
 * Made-up news in ten languages: sentences put together by chance from parts; sentences of China, the United Nations and human
 * rights, which come near the matter without being about it; and sentences with mentions, for planting.
 */
import type { Random } from './random.ts';

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'tr', 'ru', 'ar', 'zh', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A sentence from each of three lists, one after the other; what stands between words stands in the parts. */
interface Parts {
  readonly who: readonly string[];
  readonly does: readonly string[];
  readonly what: readonly string[];
  /** Whole sentences that hold no mention, but words that stand beside mentions. */
  readonly near: readonly string[];
  /** Sentences with one mention, of the region. */
  readonly regions: readonly string[];
  /** Sentences with two mentions: a statement, and the region it is about. */
  readonly statements: readonly string[];
}

/** A sentence without any mention, with the space after it where the language has one. */
export function sentence(language: Language, random: Random): string {
  const { who, does, what } = PARTS[language];
  return `${random.pick(who)}${random.pick(does)}${random.pick(what)}${isSpaced(language) ? ' ' : ''}`;
}

/** A sentence that comes near the matter (`near`), names the region, or refers to a statement and names the region. */
export function wholeSentence(language: Language, kind: 'near' | 'regions' | 'statements', random: Random): string {
  return `${random.pick(PARTS[language][kind])}${isSpaced(language) ? ' ' : ''}`;
}

/** A few words for a link, a cell or a heading. */
export function words(language: Language, random: Random): string {
  return random.pick(PARTS[language].who).trim();
}

function isSpaced(language: Language): boolean {
  return language !== 'zh' && language !== 'ja';
}

const PARTS: Readonly<Record<Language, Parts>> = {
  en: {
    who: [
      'The town council',
      'A spokeswoman for the railway',
      'The finance minister',
      'Researchers in Oslo',
      'Two former employees',
      'The bank’s 12 branches',
      'The football club',
      'Farmers along the river',
      'A court in Lyon',
      'Neighbours, shopkeepers and 14 students',
    ],
    does: [
      ' said on Tuesday that ',
      ' has warned repeatedly that ',
      ' will decide next week whether ',
      ' found, after a review of 200 cases, that ',
      ' denied a report in the evening paper that ',
      ' is confident that ',
      ' could not say how or why ',
    ],
    what: [
      'the bridge would stay closed until the end of March, “or longer if it rains”.',
      'prices had risen by 3.4 per cent since last year, more than in any year since 2008.',
      'nobody had signed the contract for the new school buses.',
      'the museum needs a roof, a lift and 12 million pounds.',
      'the players were tired after a long season and a flight from Lima.',
      'the vote on the budget had been put off for a third time.',
      'the new medicine helps about one patient in five, and harms almost none.',
      'trade with Asia depends on ports that were built for smaller ships.',
      'water levels are the lowest on record; wells in 17 villages have run dry.',
    ],
    near: [
      'The company makes trains in China and sells them in Chile.',
      'The Human Rights Council adopted 12 texts in Geneva, one of them by 24 votes to 19.',
      'The United Nations would send observers, 22 countries said in a joint letter on fisheries.',
    ],
    regions: [
      'She has written about Xinjiang for ten years.',
      'The report says that cotton from Xinjiang is still sold under other names.',
      'He left Xinjiang when he was nine.',
      'Flights to Sinkiang, as it was spelt then, took two days.',
    ],
    statements: [
      'The policy in Xinjiang was defended in a letter signed by 37 countries in July 2019.',
      'In July 2019 a joint letter of 22 countries criticised the camps in Xinjiang.',
      'Cuba on behalf of 45 countries made a statement in support of China on Xinjiang at the Third Committee in October 2020.',
      'Germany on behalf of 39 countries voiced grave concern over Xinjiang at the United Nations in 2020.',
      'In October 2022 the Human Rights Council voted by 19 to 17 not to hold a debate on Xinjiang.',
    ],
  },
  de: {
    who: [
      'Der Gemeinderat',
      'Eine Sprecherin der Bahn',
      'Der Finanzminister',
      'Forschende aus Göttingen',
      'Die Opposition',
      'Das Amtsgericht',
      'Der Trainer',
      'Anwohner und 14 Schüler',
    ],
    does: [
      ' sagte am Dienstag, ',
      ' warnt seit Jahren, ',
      ' entscheidet nächste Woche, hieß es, denn ',
      ' bestritt den Bericht, ',
      ' ist zuversichtlich: ',
    ],
    what: [
      'die Brücke bleibe bis Ende März gesperrt, „oder länger, wenn es regnet“.',
      'die Preise seien um 3,4 Prozent gestiegen, so stark wie seit 2008 nicht mehr.',
      'niemand habe den Vertrag über die neuen Schulbusse unterschrieben.',
      'das Museum brauche ein Dach, einen Aufzug und zwölf Millionen Euro.',
      'die Abstimmung über den Haushalt sei zum dritten Mal verschoben worden.',
      'die Brunnen in 17 Dörfern seien trocken.',
    ],
    near: [
      'Der Hersteller fertigt seit 2011 auch in China.',
      'Die Vereinten Nationen würden Beobachter zur Wahl entsenden, hieß es in Genf.',
    ],
    regions: ['Sie schreibt seit zehn Jahren über Xinjiang.', 'Auch Baumwolle aus Xinjiang wird weiter verkauft.'],
    statements: [
      'In einem gemeinsamen Brief kritisierten 22 Staaten im Juli 2019 die Lager in Xinjiang.',
      'Deutschland äußerte im Namen von 39 Staaten 2020 vor den Vereinten Nationen Sorge über Xinjiang.',
    ],
  },
  fr: {
    who: [
      'Le conseil municipal',
      'Une porte-parole des chemins de fer',
      'Le ministre des Finances',
      'Des chercheurs de Grenoble',
      'L’opposition',
      'Le tribunal de Lyon',
      'Les riverains et 14 élèves',
    ],
    does: [
      ' a dit mardi que ',
      ' répète depuis des années que ',
      ' décidera la semaine prochaine, car ',
      ' a démenti que ',
      ' se félicite de voir que ',
    ],
    what: [
      'le pont resterait fermé jusqu’à la fin mars, « ou plus s’il pleut ».',
      'les prix ont augmenté de 3,4 % en un an, du jamais vu depuis 2008.',
      'personne n’a signé le contrat des nouveaux autocars scolaires.',
      'le musée a besoin d’un toit, d’un ascenseur et de douze millions d’euros.',
      'le vote du budget a été reporté pour la troisième fois.',
      'les puits de 17 villages sont à sec.',
    ],
    near: [
      'Le fabricant est présent en Chine depuis 2011.',
      'Les Nations unies enverront des observateurs pour l’élection, a-t-on dit à Genève.',
    ],
    regions: ['Elle écrit sur le Xinjiang depuis dix ans.', 'Le coton du Xinjiang est toujours vendu sous d’autres noms.'],
    statements: [
      'Dans une lettre commune, 22 pays ont critiqué en juillet 2019 les camps au Xinjiang.',
      'Cuba, au nom de 45 pays, a soutenu la Chine sur le Xinjiang devant la Troisième Commission en octobre 2020.',
    ],
  },
  es: {
    who: [
      'El ayuntamiento',
      'Una portavoz de los ferrocarriles',
      'El ministro de Hacienda',
      'Investigadores de Granada',
      'La oposición',
      'El tribunal',
      'Los vecinos y 14 alumnos',
    ],
    does: [
      ' dijo el martes que ',
      ' repite desde hace años que ',
      ' decidirá la próxima semana, porque ',
      ' negó que ',
      ' confía en que ',
    ],
    what: [
      'el puente seguirá cerrado hasta finales de marzo, «o más si llueve».',
      'los precios han subido un 3,4 %, más que en ningún año desde 2008.',
      'nadie ha firmado el contrato de los nuevos autobuses escolares.',
      'el museo necesita un tejado, un ascensor y doce millones de euros.',
      'la votación del presupuesto se aplazó por tercera vez.',
      'los pozos de 17 pueblos están secos.',
    ],
    near: [
      'El fabricante está presente en China desde 2011.',
      'Las Naciones Unidas enviarán observadores a las elecciones, se dijo en Ginebra.',
    ],
    regions: ['Escribe sobre Xinjiang desde hace diez años.', 'El algodón de Xinjiang se sigue vendiendo con otros nombres.'],
    statements: [
      'En una carta conjunta, 22 países criticaron en julio de 2019 los campos en Xinjiang.',
      'Cuba, en nombre de 45 países, apoyó a China sobre Xinjiang ante la Tercera Comisión en octubre de 2020.',
    ],
  },
  pt: {
    who: [
      'A câmara municipal',
      'Uma porta-voz dos comboios',
      'O ministro das Finanças',
      'Investigadores de Coimbra',
      'A oposição',
      'O tribunal',
      'Os moradores e 14 alunos',
    ],
    does: [
      ' disse na terça-feira que ',
      ' repete há anos que ',
      ' decide na próxima semana, porque ',
      ' negou que ',
      ' acredita que ',
    ],
    what: [
      'a ponte continuará fechada até ao fim de março, “ou mais, se chover”.',
      'os preços subiram 3,4 %, mais do que em qualquer ano desde 2008.',
      'ninguém assinou o contrato dos novos autocarros escolares.',
      'o museu precisa de um telhado, um elevador e doze milhões de euros.',
      'a votação do orçamento foi adiada pela terceira vez.',
      'os poços de 17 aldeias estão secos.',
    ],
    near: [
      'O fabricante está presente na China desde 2011.',
      'As Nações Unidas enviarão observadores às eleições, disse-se em Genebra.',
    ],
    regions: ['Escreve sobre Xinjiang há dez anos.', 'O algodão de Xinjiang continua à venda com outros nomes.'],
    statements: ['Numa carta conjunta, 22 países criticaram em julho de 2019 os campos em Xinjiang.'],
  },
  tr: {
    who: [
      'Belediye meclisi',
      'Demiryollarının sözcüsü',
      'Maliye bakanı',
      'Ankaralı araştırmacılar',
      'Muhalefet',
      'Mahkeme',
      'Komşular ve 14 öğrenci',
    ],
    does: [' salı günü şunu söyledi: ', ' yıllardır uyarıyor: ', ' haberi yalanladı: ', ' umutlu: '],
    what: [
      'köprü mart sonuna kadar kapalı kalacak, “yağmur yağarsa daha uzun”.',
      'fiyatlar yüzde 3,4 arttı; 2008’den beri en yüksek artış bu.',
      'yeni okul otobüslerinin sözleşmesini kimse imzalamadı.',
      'müzeye bir çatı, bir asansör ve on iki milyon lira gerekiyor.',
      'bütçe oylaması üçüncü kez ertelendi.',
    ],
    near: [
      'Şirket 2011’den beri Çin’de de üretim yapıyor.',
      'Birleşmiş Milletler seçime gözlemci gönderecek, denildi Cenevre’de.',
    ],
    regions: ['On yıldır Doğu Türkistan hakkında yazıyor.', 'Doğu Türkistan pamuğu hâlâ başka adlarla satılıyor.'],
    statements: ['22 ülke Temmuz 2019’da ortak bir mektupla Sincan’daki kampları eleştirdi.'],
  },
  ru: {
    who: [
      'Городской совет',
      'Представительница железной дороги',
      'Министр финансов',
      'Учёные из Казани',
      'Оппозиция',
      'Суд',
      'Жители и 14 школьников',
    ],
    does: [' во вторник сообщил, что ', ' годами предупреждает, что ', ' опроверг сообщение о том, что ', ' надеется, что '],
    what: [
      'мост останется закрытым до конца марта, «а то и дольше».',
      'цены выросли на 3,4 процента — больше, чем в любой год с 2008-го.',
      'договор на новые школьные автобусы никто не подписал.',
      'музею нужны крыша, лифт и двенадцать миллионов.',
      'голосование по бюджету перенесли в третий раз.',
    ],
    near: ['Завод с 2011 года работает и в Китае.', 'ООН направит на выборы наблюдателей, сообщили в Женеве.'],
    regions: ['Она десять лет пишет о Синьцзяне.', 'Хлопок из Синьцзяна продают под другими названиями.'],
    statements: ['В июле 2019 года 22 страны в совместном письме раскритиковали политику Китая в Синьцзяне.'],
  },
  ar: {
    who: [
      'مجلس البلدة',
      'المتحدثة باسم السكك الحديدية',
      'وزير المالية',
      'باحثون من القاهرة',
      'المعارضة',
      'المحكمة',
      'السكان و14 طالبا',
    ],
    does: [' قال يوم الثلاثاء إن ', ' يحذر منذ سنوات من أن ', ' نفى أن ', ' يأمل أن '],
    what: [
      'الجسر سيبقى مغلقا حتى نهاية آذار، أو أكثر إذا نزل المطر.',
      'الأسعار ارتفعت أكثر مما ارتفعت في أي عام منذ 2008.',
      'أحدا لم يوقع عقد الحافلات المدرسية الجديدة.',
      'المتحف يحتاج إلى سقف ومصعد واثني عشر مليونا.',
      'التصويت على الميزانية تأجل للمرة الثالثة.',
    ],
    near: ['تعمل الشركة في الصين منذ عام 2011.', 'الأمم المتحدة سترسل مراقبين إلى الانتخابات، كما أعلن في جنيف.'],
    regions: ['تكتب عن شينجيانغ منذ عشر سنوات.', 'ما زال قطن شينجيانغ يباع بأسماء أخرى.'],
    statements: ['في رسالة مشتركة انتقدت 22 دولة في تموز 2019 معسكرات شينجيانغ.'],
  },
  zh: {
    who: ['镇议会', '铁路公司发言人', '财政部长', '研究人员', '反对党', '法院', '居民和14名学生'],
    does: ['星期二说，', '多年来一直警告，', '否认有关报道，称', '相信'],
    what: [
      '这座桥要关闭到三月底，“下雨的话还要更久”。',
      '物价上涨了百分之三点四，是2008年以来涨得最多的一年。',
      '没有人签署新校车的合同。',
      '博物馆需要一个屋顶、一部电梯和一千二百万元。',
      '预算表决第三次推迟。',
      '十七个村庄的水井已经干涸。',
    ],
    near: ['该公司自2011年起在中国设厂。', '联合国将派观察员观察选举。'],
    regions: ['她写新疆已有十年。', '新疆棉花仍以其他名称出售。'],
    statements: ['2019年7月，22个国家联名致信，批评中国在新疆的政策。'],
  },
  ja: {
    who: [
      '町議会は',
      '鉄道会社の広報は',
      '財務相は',
      '研究チームは',
      '野党は',
      '中国にも工場を持つ同社は',
      '裁判所は',
      '住民と14人の生徒は',
    ],
    does: ['火曜日、', '何年も前から、', '報道を否定し、', '来週の決定を前に、'],
    what: [
      '橋は三月末まで通れないと述べた。',
      '物価が3.4％上がり、2008年以来の上げ幅になったと述べた。',
      '新しいスクールバスの契約には誰も署名していないと述べた。',
      '博物館には屋根とエレベーターと予算が要ると述べた。',
      '予算の採決が三度目の延期になったと述べた。',
    ],
    near: ['同社は2011年から中国でも工場を持つ。', '国連は選挙に監視団を送るとジュネーブで述べた。'],
    regions: ['彼女は十年にわたり新疆について書いてきた。', '新疆の綿は今も別の名で売られている。'],
    statements: ['2019年7月、22カ国は連名の書簡で新疆ウイグル自治区での中国の政策を批判した。'],
  },
};
