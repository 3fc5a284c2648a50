import type { Citation } from '../deadline-rule'
import { days, months, on, profileFrom, workdays } from './rule-card'

const cityX = (note: string): Citation => ({ notice: '某市交办通知（公开网页转载，发文机关待核）', note })

/** Annual dates by who handed the item over and who proposed it. */
export const cityNotice = profileFrom({
  id: 'CITY-X',
  name: '某市（年度交办通知）',
  caution: '来源未写明市名和年度，仅供参照。',
  rules: {
    return_window: { ...days(21), cite: cityX('三周内') },
    reply: {
      ...on('06-30'),
      variants: [
        { when: { sessionKind: 'off_session' }, ...months(3), citation: cityX('闭会建议、平时提案三个月') },
        { when: { region: '省' }, ...on('04-16'), citation: cityX('省建议提案4月16日前') },
        {
          when: { track: 'cppcc', sponsorKind: 'organisation' }, ...on('05-10'),
          citation: cityX('党派团体提案5月10日前'),
        },
      ],
      cite: cityX('市建议提案6月30日前'),
    },
  },
}) // prettier-ignore

export const yulin2019 = profileFrom({
  id: 'YULIN-2019',
  name: '玉林（2019年通知）',
  rules: {
    return_window: {
      ...workdays(7),
      cite: { notice: '玉政办电〔2019〕11号', note: '逾期不再调整；有争议的，单位负责人签字后报领导决定' },
    },
  },
}) // prettier-ignore

export const guangzhouGovernment = profileFrom({
  id: 'GZ-GOV',
  name: '广州（办理办法）',
  rules: {},
  further: {
    objection_answer: {
      ...days(7), from: 'objection_raised',
      cite: { notice: '广州市建议提案办理办法（公开网页转载，题名待核）', note: '协商不成的，开会协调，再报领导' },
    },
  },
}) // prettier-ignore

/** A city's notice of 2009, known for one number. */
export const city2009 = profileFrom({
  id: 'CITY-2009',
  name: '某市（2009年通知）',
  rules: {
    rework: {
      ...days(15), cite: { notice: '某市2009年办理通知（公开网页转载，发文机关待核）', note: '直至满意或者理解' },
    },
  },
}) // prettier-ignore
