import { line, optionalLine } from '~/http/form-fields'
import { typedValue, type FormState } from '~/http/form-state'
import { errorsByField } from '~/ui/forms/error-summary'
import { TextField } from '~/ui/forms/text-field'

export const personLabels = { login: '登录名', name: '姓名', title: '职务', phone: '办公电话' }

export const personFields = {
  name: line('姓名', 40),
  title: line('职务', 40),
  phone: optionalLine('办公电话', 40),
}

type Props = { form: FormState | undefined; now?: { name: string; title: string; phone: string } | undefined }

/** Who the person is, as a reply letter and a log print it. */
export function PersonFields({ form, now }: Props) {
  const errors = errorsByField(form?.problems ?? [])
  return (
    <>
      <div className="two">
        <TextField
          name="name"
          label={personLabels.name}
          required
          maxLength={40}
          value={typedValue(form, 'name', now?.name)}
          error={errors['name']}
        />
        <TextField
          name="title"
          label={personLabels.title}
          hint="如 处长、四级调研员，复函上照此印"
          required
          maxLength={40}
          value={typedValue(form, 'title', now?.title)}
          error={errors['title']}
        />
      </div>
      <TextField
        name="phone"
        label={personLabels.phone}
        maxLength={40}
        value={typedValue(form, 'phone', now?.phone)}
        error={errors['phone']}
      />
    </>
  )
}
