import { instrument, months, profileFrom } from './rule-card'

const cite = instrument('四川省人民政府办理人大代表建议和政协提案办法', '2024年')

const anyExtension = { extension: { needsConsent: null, tellsDelegate: null } }

export const sichuanGovernment = profileFrom({
  id: 'SC-GOV-2024',
  name: '四川（省政府办理办法）',
  rules: {
    reply: {
      ...months(3, { atMost: 6 }), ...anyExtension,
      variants: [
        {
          when: { track: 'cppcc', sessionKind: 'plenary' }, ...months(5, { atMost: 6 }),
          citation: cite(null, '政协大会提案五个月，起算日来源未写明'),
        },
      ],
      cite: cite(null, '建议三个月；政协大会提案五个月，平时提案三个月'),
    },
    rework: { ...months(3), cite: cite(null, '之后仍不满意的，当面沟通') },
  },
}) // prettier-ignore
