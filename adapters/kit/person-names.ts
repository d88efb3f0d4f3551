/** The hundred commonest family names; a rarer one stays, which is why contacts are not read in the first place. */
const FAMILY =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔汤费施]';

/** Words that stand in front of a name in the reasons and titles courts and shops write. */
const ROLES =
  '被执行人|申请执行人|案外人|异议人|利害关系人|当事人|债务人|债权人|抵押人|担保人|产权人|所有权人|共有人|买受人|竞买人|竞得人|承租人|受让人|转让人|联系人|经办人|承办人|负责人|法定代表人|法官|书记员';

/** Places of the region that begin like a family name. */
const NOT_PLACES = '(?!吴兴|余杭|余姚|金华|龙游|江山)';

const HAN = '\\p{Script=Han}';
/** A given name ends before these, for no name is written with them. */
const GIVEN = `(?:(?![提对的向申已就因与和及未在等名所于])${HAN})`;

const AFTER_ROLE = new RegExp(`(?<=(?:${ROLES})[:：]?\\s?)${NOT_PLACES}${FAMILY}${GIVEN}{1,2}`, 'gu');
const BEFORE_OWNERSHIP = new RegExp(
  `(?<=^|[^${HAN}]|[将对及与和])${FAMILY}${GIVEN}{1,2}(?=名下|所有的|个人所有)`,
  'gu',
);
const BEFORE_ADDRESS = new RegExp(`(?<=^|[^${HAN}])${FAMILY}${HAN}{0,2}(?=先生|女士|小姐|法官|律师)`, 'gu');

/**
 * Masks what is certain to be a person's name (姓名) from its surroundings: 案外人王某某提出异议, 王某某名下房产, 刘先生.
 * Names without such surroundings stay; text meant for them must not be read at all.
 *
 * @example maskPersonNames('因案外人王小明提出异议，中止拍卖') //=> '因案外人***提出异议，中止拍卖'
 */
export function maskPersonNames(text: string): string {
  return [AFTER_ROLE, BEFORE_OWNERSHIP, BEFORE_ADDRESS].reduce(
    (masked, pattern) => masked.replace(pattern, (name) => '*'.repeat(name.length)),
    text,
  );
}

const HOUSEHOLD = new RegExp(
  `(?<=^|[^${HAN}]|[村组社队的将])${NOT_PLACES}${FAMILY}${HAN}{1,2}(?=等[\\d一二三四五六七八九十百余]{0,5}[户人]|户(?!外)|农户|家庭)`,
  'gu',
);

/**
 * Masks names of farmers before words for their households, as titles of rural notices carry them: 测试村王小明户承包地.
 *
 * @example maskHouseholdNames('测试村王小明等5户承包地') //=> '测试村***等5户承包地'
 */
export function maskHouseholdNames(text: string): string {
  return text.replace(HOUSEHOLD, (name) => '*'.repeat(name.length));
}
