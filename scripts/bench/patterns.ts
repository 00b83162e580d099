/**
 * What the other candidates of the scan look for: a hundred and fifty names of the region, its capital and its people in ten
 * languages, and the shapes of sentences about statements. Written out here, so that they stay the same when the lexica change.
 */

/** About as many names as the lexica know, one keyword each. */
export const NAMES: readonly string[] = [
  ...'Xinjiang|Xin-jiang|Xinjang|Sinkiang|Sin-kiang|Singkiang|Sinjiang|Hsinchiang|Hsin-chiang|Shinjang|XUAR|RAOX|Xinjiang Uyghur Autonomous Region|Xinjiang Uighur Autonomous Region|Xinjiang Uygur Autonomous Region|Uyghur Autonomous Region of Xinjiang|East Turkestan|Eastern Turkestan|East Turkistan|Eastern Turkistan|Uyghur|Uyghurs|Uighur|Uighurs|Uygur|Uygurs|Uigur|Uigurs|Uyghur region|Uighur region'.split(
    '|',
  ),
  ...'Uigurisches Autonomes Gebiet Xinjiang|Autonomes Gebiet Xinjiang|Autonome Region Xinjiang|Provinz Xinjiang|Ostturkestan|Ost-Turkestan|Ostturkistan|Ost-Turkistan|Uiguren|Uigure|Uigurin|Uigurinnen|uigurisch|uigurische|uigurischen'.split(
    '|',
  ),
  ...'région autonome ouïghoure du Xinjiang|région autonome ouïgoure du Xinjiang|Turkestan oriental|Turkestan de l’Est|Ouïghour|Ouïghours|Ouïghoure|Ouïghoures|Ouïgour|Ouïgours|Ouigour|Ouigours|Ouighours|Ouïgoure|Ouïgoures'.split(
    '|',
  ),
  ...'región autónoma uigur de Xinjiang|región autónoma uigur del Xinjiang|Turquestán Oriental|Turkestán Oriental|Turkestán del Este|uigur|uigures|uygures|Sinkián|Sinkiáng|xinjianés|Sinjiáng'.split(
    '|',
  ),
  ...'região autônoma uigur de Xinjiang|região autónoma uigur de Xinjiang|Turquestão Oriental|Turquestão do Leste|Turcomenistão Oriental|Sinquião|uigure|uigurs|uighures|Xinjiã'.split(
    '|',
  ),
  ...'Sincan|Sincan Uygur Özerk Bölgesi|Şincan|Sinciang|Doğu Türkistan|Dogu Turkistan|Şarki Türkistan|Uygurlar|Uygurların|Uygurlara|Uygur Özerk Bölgesi|Uygur Türkleri|Uygur Türklerine|Sincan’daki|Sincan’da'.split(
    '|',
  ),
  ...'Синьцзян|Синьцзяне|Синьцзяна|Синьцзяну|Синьцзяном|Синьцзян-Уйгурский|Синьцзян-Уйгурском|СУАР|Восточный Туркестан|Восточном Туркестане|уйгур|уйгуры|уйгуров|уйгурам|уйгурский'.split(
    '|',
  ),
  ...'شينجيانغ|شينجيانج|شينغيانغ|سنجان|سينكيانغ|تركستان الشرقية|الأويغور|الاويغور|الإيغور|الايغور|الويغور|أويغور|إيغور|شنجيانغ|منطقة شينجيانغ'.split(
    '|',
  ),
  ...'新疆|新疆维吾尔自治区|新疆維吾爾自治區|东突厥斯坦|東突厥斯坦|东突|東突|维吾尔|維吾爾|维吾尔族|維吾爾族|维族|維族|南疆|北疆'.split(
    '|',
  ),
  ...'新疆ウイグル自治区|ウイグル|ウイグル族|ウイグル人|東トルキスタン|シンチャン|シンジャン|ウィグル'.split('|'),
];

/** Shapes of a reference to a statement. */
const STATEMENTS: readonly string[] = [
  '(?:joint |rival |counter-?)?letters? (?:signed|backed|co-?signed) by (?:\\d+|[a-z]+(?:-[a-z]+)?) (?:countries|states|nations)',
  '\\d+ (?:countries|states|nations|governments)(?: have)? (?:signed|wrote|criticised|criticized|condemned|praised|defended|voiced)',
  'on behalf of (?:a group of )?\\d+ (?:countries|states|nations)',
  'joint (?:letter|statement|declaration)',
  'cross-regional (?:joint )?statement',
  'vot(?:ed|e) (?:by )?\\d+ (?:to|-|–) \\d+',
  'im Namen von \\d+ (?:Staaten|Ländern)',
  '\\d+ (?:Staaten|Länder) (?:kritisierten|lobten|verurteilten)',
  'lettre (?:commune|conjointe|ouverte)(?: (?:de|signée par) \\d+ pays)?',
  'au nom de \\d+ (?:pays|États)',
  'carta (?:conjunta|firmada por \\d+ países)',
  'e[nm] nom(?:br)?e de \\d+ países',
  '\\d+ ülke(?:nin|si)? (?:ortak|imza)',
  '\\d+ (?:стран|страны|государств)',
  'رسالة مشتركة|\\d+ دولة',
  '\\d+个?(?:国家|國家|国)(?:联名|聯名|联合|致信)',
  '\\d+(?:カ|か|ヶ)?国は?(?:連名|共同)',
];

/** All names and shapes as one expression. */
export function combinedPattern(): RegExp {
  const names = NAMES.toSorted((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?:${[...names, ...STATEMENTS].join('|')})`, 'giu');
}
