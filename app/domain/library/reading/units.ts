const han = '\\u3400-\\u9fff'
const ending =
  '(?:局|厅|委|办|部|会|社|院|台|站|馆|所|校|署|处|科|室|中心|政府|公司|集团|大学|医院|银行|队|园|库|协|联|团市委|团县委|市委|省委|县委|区委|党组|街道|乡|镇|工委|小组|代表团|界|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|学会|商会|基地|机构|组)'
const notInNames =
  /[的了我您你们他]|收悉|答复|感谢|如下|提出|关于|建议的|现将|根据|按照|欢迎|办理情况|发布|浏览/

/** Words that could be the name of an office: characters only, ended like one. */
export function isUnitName(words: string): boolean {
  const plain = words.replace(/[()（）·]/g, '')
  return (
    plain.length >= 2 &&
    plain.length <= 40 &&
    new RegExp(`^[${han}]+${ending}$`).test(plain) &&
    !notInNames.test(plain)
  )
}

/** 有关部门, 各单位: nobody in particular. */
export const isVague = (words: string) =>
  /^(?:各|有关|相关|多个|多|其他|市直|县直|省直|上级|等)?(?:有关|相关|职能|市直|县级|级)*(?:部门|单位|方面|科室|处室|股室|同志|专家|人员|领导|乡镇|镇街|街道|企业)(?:和单位|单位)?$/.test(
    words,
  )

const webWords =
  '投注|博彩|彩票|棋牌|娱乐城|娱乐|百家乐|老虎机|买球|下注|电竞|网页版|手机版|官网|官方网站|登录|登陆|注册|下载|入口|客户端|最新版|游戏|真人|体彩网|赌场|赌|开户|现金网|信誉网|APP|app|App|首页|直播'

/**
 * What stands where a place or an office belongs is not one: figures, Latin letters or underscores inside a name, or the
 * words of a web shop. No brand is known here, since the next page has another.
 */
export function isSpamInName(words: string): boolean {
  const plain = words.replace(/第?[\d]+(?=[届次号年])|\d+(?=[中小]学?)|[（(].*?[)）]/g, '')
  return /[A-Za-z]{2,}|\d{2,}|[A-Za-z]\d|\d[A-Za-z]|_/.test(plain) || new RegExp(webWords).test(plain)
}

/** The web shop's name in front of an office's ending, wherever it stands: “…登录办公室”, “…平台市政协”. */
export const spamBeforeOffice = new RegExp(
  `(?:[A-Za-z_]{2,}|[A-Za-z]?\\d{2,}[A-Za-z]*)[${han}A-Za-z_\\d]{0,20}?(?:${webWords}|平台|体育)(?:[${han}]{0,8}?)(?:人民政府|办公室|政协|人大|委员会|[${han}]局)|(?:${webWords})(?:[省市县区州旗])?(?:人民政府|办公室|政协|人大|委员会)`,
)

/** Whether a short name can be an abbreviation of a full one: its characters stand there in the same order (市科技局 · 云汀市科学技术局). */
export function abbreviates(short: string, full: string): boolean {
  let at = 0
  for (const one of short.replace(/网站|门户|官网|网$/g, '')) {
    const next = full.indexOf(one, at)
    if (next === -1) return false
    at = next + 1
  }
  return true
}
