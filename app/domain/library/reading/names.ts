/** 百家姓, with the compound ones: what a person's name begins with. */
const surnames = new Set(
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴郁胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶空曾毋沙乜养鞠须丰巢关蒯查荆红游竺权逯盖益桓公覃仝佟揭闫肖付代涂楚岳帅缑亢况琴梁商牟佘佴伯赏墨哈谯笪年爱阳佟占原苟鹿展星丛邸兰尧麦苑栗冼植粟苏迟晋仉操练敬战郄腾海朴雒芦亓鄢瓮宾屈鲜檀尉甫门褚随冶明漆訚旷'.match(
    /./gu,
  ) ?? [],
)
const compound =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|梁丘|左丘|东门|西门|第五|星野)/

const han = '\\u3400-\\u9fff'
const office = /[局厅委办部会社院台站馆所校署处科室团]$/

/** A person's name as it stands alone: two to four characters, or a longer one with a dot between its parts. */
export function isPersonName(words: string): boolean {
  if (new RegExp(`^[${han}]{1,8}(?:·[${han}]{1,8}){1,3}$`).test(words)) return true
  if (!new RegExp(`^[${han}]{2,4}$`).test(words) || /代表|委员|同志|各位|单位|有关/.test(words)) return false
  if (compound.test(words)) return words.length >= 3
  return words.length <= 3 || surnames.has(words[0] ?? '')
}

/** The name at the end of a run of characters, “转来段长风” → 段长风, “省教育厅高教处白清和” → 白清和. */
export function nameAtEnd(words: string): string | null {
  const dotted = new RegExp(`[${han}]{1,6}(?:·[${han}]{1,6})+$`).exec(words)
  if (dotted) return dotted[0]
  for (const length of [4, 3, 2]) {
    const tail = words.slice(-length)
    if (tail.length === length && beginsLikeName(tail, length) && !office.test(tail)) return tail
  }
  return null
}

function beginsLikeName(tail: string, length: number): boolean {
  if (compound.test(tail)) return length >= 3
  return length <= 3 && surnames.has(tail[0] ?? '')
}
