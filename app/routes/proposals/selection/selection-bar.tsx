import { Button } from '~/ui/forms/button'
import { CheckBox } from '~/ui/forms/check-box'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Select } from '~/ui/forms/select'
import { selectionActs, type SelectionAct } from './selection-acts'

type Props = { acts: readonly SelectionAct[]; shown: readonly string[]; filter: string }

/** Above the list: how much of it, and what to do with it. A page of its own says what will happen before it does. */
export function SelectionBar({ acts, shown, filter }: Props) {
  return (
    <div className="batch">
      <HiddenFields values={{ shown: shown.join(' '), filter }} />
      <CheckBox name="page" label={`本页全部 ${shown.length} 件`} />
      <CheckBox name="whole" label="筛选出的全部（一次最多 200 件）" />
      <Select
        name="act"
        label="对选中的件"
        empty="请选择"
        options={acts.map((act) => ({ value: act, label: selectionActs[act].label }))}
        value={undefined}
      />
      <Button>下一步</Button>
    </div>
  )
}
