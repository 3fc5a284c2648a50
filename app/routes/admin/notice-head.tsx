import { z } from 'zod'
import type { Head } from '~/domain/calendar/read-import'
import { typedValue, type FormState } from '~/http/form-state'
import { TextField } from '~/ui/forms/text-field'

const text = z.string().trim().max(200, '太长了。').default('')

export const headFields = { title: text, number: text, publishedOn: text }

type Given = { title: string; number: string; publishedOn: string }

export const headOf = ({ title, number, publishedOn }: Given, year: number): Head => ({
  year,
  title,
  number,
  publishedOn: publishedOn === '' ? null : publishedOn,
})

type Props = { form: FormState | undefined; errors: Partial<Record<string, string>>; otherwise: Given }

/** 通知名称, 文号, 发布日期 */
export function HeadFields({ form, errors, otherwise }: Props) {
  return (
    <>
      <TextField
        name="title"
        label="通知名称"
        required
        value={typedValue(form, 'title', otherwise.title)}
        error={errors['title']}
      />
      <div className="two">
        <TextField
          name="number"
          label="文号"
          hint="没有可以不填"
          value={typedValue(form, 'number', otherwise.number)}
          error={errors['number']}
        />
        <TextField
          name="publishedOn"
          label="发布日期"
          hint="如 2026-11-04，可以不填"
          value={typedValue(form, 'publishedOn', otherwise.publishedOn)}
          error={errors['publishedOn']}
        />
      </div>
    </>
  )
}
