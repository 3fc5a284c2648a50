import { beijingNpc } from './profiles/beijing'
import { chongqingNpc } from './profiles/chongqing'
import { city2009, cityNotice, guangzhouGovernment, yulin2019 } from './profiles/city-notices'
import { bananCppcc, chencang, chongyiCppcc, guoyangCppcc, pingjiang } from './profiles/counties'
import { fujianNpc } from './profiles/fujian'
import { guizhou2025 } from './profiles/guizhou'
import { henanNpc } from './profiles/henan'
import { qingdaoNpc, shandongNpc } from './profiles/shandong'
import { shanghaiNpc } from './profiles/shanghai'
import { sichuanGovernment } from './profiles/sichuan'
import { statutoryDefault } from './profiles/statutory-default'
import { zhejiangNpc } from './profiles/zhejiang'
import type { RuleProfile } from './rule-profile'

export type { RuleProfile } from './rule-profile'

/** Every version ever shipped stays here: open and archived proposals still speak of it. */
export const shippedProfiles: readonly RuleProfile[] = [
  statutoryDefault,
  chongqingNpc,
  zhejiangNpc,
  shanghaiNpc,
  beijingNpc,
  shandongNpc,
  qingdaoNpc,
  henanNpc,
  fujianNpc,
  sichuanGovernment,
  guangzhouGovernment,
  guizhou2025,
  cityNotice,
  yulin2019,
  pingjiang,
  chencang,
  guoyangCppcc,
  bananCppcc,
  chongyiCppcc,
  city2009,
]

/** @throws RangeError when no such version was shipped */
export function profileOf(id: string, version: number): RuleProfile {
  const found = shippedProfiles.find((profile) => profile.id === id && profile.version === version)
  if (!found) throw new RangeError(`no rule profile ${id} version ${version}`)
  return found
}
